package io.crowdbench.agent.crowd;

import io.crowdbench.actions.EventStream;
import io.crowdbench.actions.RequestFailed;
import io.crowdbench.actions.WebSocket;
import io.crowdbench.agent.http.Browser;
import io.crowdbench.agent.http.Channel;
import io.crowdbench.agent.http.EventLine;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.WebSocketLine;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Opens what stays open for a user, with the opening as an operation.
final class Channels {

  private final OperationScope user;
  private final Browser browser;
  private final Measured measured;
  private final Ending ending;

  Channels(OperationScope user, Browser browser, Measured measured, Ending ending) {
    this.user = user;
    this.browser = browser;
    this.measured = measured;
    this.ending = ending;
  }

  WebSocket webSocket(RequestHead asked, @Nullable String name, Duration timeout) {
    var address = ofHttp(asked.address());
    if (!asked.method().equals("GET") || asked.body().length > 0) {
      throw new IllegalArgumentException(
          "Could not open a WebSocket at %s with %s: it must be a GET without a body."
              .formatted(asked.address(), asked.method()));
    }
    var fields = new Fields(asked.fields());
    var key = WebSocketLine.ask(fields);
    if (fields.value("Origin").isEmpty()) {
      fields.set("Origin", address.getScheme() + "://" + address.getRawAuthority());
    }
    var request = new RequestHead("GET", address, fields, asked.body());
    var called = name == null ? Names.of("WS", address.getRawPath()) : name;
    var channel = opened(called, request, timeout, open -> WebSocketLine.check(open, key)).channel;
    var open = new OpenChannel(measured, ending, called, "WS " + address);
    return new OpenWebSocket(
        WebSocketLine.over(channel, bytes -> measured.message(called + " received", 0, bytes)),
        open);
  }

  EventStream events(RequestHead asked, @Nullable String name, Duration timeout, boolean follow) {
    var fields = new Fields(asked.fields());
    EventLine.ask(fields);
    var request = new RequestHead(asked.method(), asked.address(), fields, asked.body());
    var called = name == null ? Names.of(request) : name;
    for (int followed = 0; ; followed++) {
      var opened = opened(called, request, timeout, channel -> checkEvents(channel, follow));
      if (!opened.operation.isRedirect()) {
        var counter = called + " events";
        var line = EventLine.over(opened.channel, bytes -> measured.message(counter, 0, bytes));
        return new OpenEvents(
            line, new OpenChannel(measured, ending, called, "events of " + request.address()));
      }
      opened.channel.close();
      request = opened.operation.redirected(followed);
      called = Names.of(request);
    }
  }

  private static void checkEvents(Channel channel, boolean follow) throws IOException {
    if (!follow || channel.answer().status() / 100 != 3) {
      EventLine.check(channel);
    }
  }

  private record Opened(Operation operation, Channel channel) {}

  /// Looks at the answer's head, and throws where it is not what it should be.
  private interface Check {
    void of(Channel channel) throws IOException;
  }

  private Opened opened(String name, RequestHead request, Duration timeout, Check check) {
    var channel = new Channel[1];
    var operation = new Operation(name, request, timeout, measured);
    operation.expectedStatus();
    var _ =
        user.perform(
            operation,
            (head, time, onSent) -> {
              channel[0] = browser.open(head, time, onSent);
              check.of(channel[0]);
              return channel[0].answer();
            });
    return new Opened(operation, channel[0]);
  }

  /// WebSockets begin as requests of http.
  private static URI ofHttp(URI address) {
    var scheme = address.getScheme().toLowerCase(Locale.ROOT);
    return scheme.equals("ws") || scheme.equals("wss")
        ? URI.create(address.toString().replaceFirst("(?i)^ws", "http"))
        : address;
  }
}
