package io.crowdbench.agent.http.events;

import io.crowdbench.actions.ServerEvent;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpFailure;
import io.crowdbench.agent.http.MessageQueue;
import io.crowdbench.agent.http.http1.Channel;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;

/// An open stream of events, taken in by a thread of its own.
public final class EventStreamConnection implements AutoCloseable {

  private final Channel channel;
  private final LongConsumer onEvent;
  private final MessageQueue<ServerEvent> arrivals = new MessageQueue<>();
  private final Thread reader;

  private EventStreamConnection(Channel channel, LongConsumer onEvent) {
    this.channel = channel;
    this.onEvent = onEvent;
    this.reader = Thread.ofVirtual().name("events").unstarted(this::read);
  }

  /// Adds what a request for events says. Packed events would come late and in heaps.
  public static void ask(Fields fields) {
    fields.set("Accept", "text/event-stream");
    fields.set("Cache-Control", "no-store");
    fields.remove("Accept-Encoding");
  }

  /// @throws IOException when the answer is no stream of events; it is closed then
  public static void check(Channel channel) throws IOException {
    var answer = channel.answer();
    var type = answer.headers().first("Content-Type").orElse("");
    var problem = "";
    if (answer.status() != 200) {
      problem =
          "expected a stream of events but got %d %s"
              .formatted(answer.status(), answer.reason())
              .strip();
    } else if (!type.toLowerCase(Locale.ROOT).startsWith("text/event-stream")) {
      problem = "expected a stream of events but got the content type \"" + type + "\"";
    } else if (answer.headers().has("Content-Encoding")) {
      problem = "the stream of events is packed, which nobody asked for";
    }
    if (!problem.isEmpty()) {
      channel.close();
      throw new HttpFailure(problem);
    }
  }

  /// @param onEvent told the bytes that came with each event, on another thread
  public static EventStreamConnection over(Channel channel, LongConsumer onEvent) {
    var line = new EventStreamConnection(channel, onEvent);
    line.reader.start();
    return line;
  }

  public ServerEvent next(Duration patience) throws IOException, InterruptedException {
    return arrivals.next(patience, "event");
  }

  private void read() {
    try {
      var parser = new EventParser(new InputStreamReader(channel.in(), StandardCharsets.UTF_8));
      long before = 0;
      for (var event = parser.next(); event != null; event = parser.next()) {
        var now = channel.bytes();
        onEvent.accept(now - before);
        before = now;
        arrivals.put(event);
      }
      arrivals.end("the server has ended the stream");
    } catch (IOException e) {
      arrivals.end(
          channel.isClosed() ? "the stream is closed" : "the stream broke: " + e.getMessage());
    } catch (InterruptedException e) {
      arrivals.end("the stream is closed");
    } finally {
      channel.close();
    }
  }

  @Override
  public void close() {
    arrivals.end("the stream is closed");
    channel.close();
    reader.interrupt();
  }
}
