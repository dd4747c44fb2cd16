package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crowdbench.actions.RequestFailed;
import io.crowdbench.actions.ServerEvent;
import io.crowdbench.agent.operation.RunEnded;
import io.crowdbench.agent.testing.OnEventLoop;
import io.crowdbench.agent.testing.RawSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Against the JDK's server, which sends in chunks.
@ExtendWith(OnEventLoop.class)
@Timeout(60)
class EventsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final CountDownLatch more = new CountDownLatch(1);
  private HttpServer server;
  private OneUser one;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/stream", this::stream);
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/stream");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
    one = new OneUser(_ -> RawSite.answer("HTTP/1.1 200 OK\r\nContent-Type: text/html", "hi"));
  }

  @AfterEach
  void close() throws IOException {
    more.countDown();
    one.close();
    server.stop(0);
  }

  private void stream(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      var out = exchange.getResponseBody();
      out.write("id: 1\nevent: price\nda".getBytes(StandardCharsets.UTF_8));
      out.flush();
      out.write("ta: 7 €\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      more.await();
      out.write("data: second\n\ndata: never complete".getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void takesEventsAsTheyCome() throws IOException {
    try (var events = one.user.events(address("/moved"))) {
      assertThat(events.next(TIMEOUT)).isEqualTo(new ServerEvent("1", "price", "7 €"));
      assertThatThrownBy(() -> events.next(Duration.ofMillis(20)))
          .isInstanceOf(RequestFailed.class)
          .hasMessageEndingWith("/stream: no event within 20 ms");
      more.countDown();
      assertThat(events.next(TIMEOUT)).isEqualTo(new ServerEvent("1", "message", "second"));
      assertThatThrownBy(() -> events.next(TIMEOUT))
          .hasMessageEndingWith("the server has ended the stream");

      assertThat(one.measured())
          .containsExactly(
              "COUNTER GET /stream events PASSED 2",
              "OPERATION GET /moved PASSED 1",
              "OPERATION GET /stream PASSED 1");
    }
  }

  @Test
  void endsWithTheRunAndCountsNoError() throws Exception {
    var events = one.user.events(address("/stream"));
    events.next(TIMEOUT);
    var ended = new CompletableFuture<Throwable>();
    var waiting = new CountDownLatch(1);
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                waiting.countDown();
                events.next(Duration.ofHours(1));
              } catch (RuntimeException e) {
                ended.complete(e);
              }
            });
    waiting.await();
    one.ending.now();
    thread.interrupt();

    assertThat(ended.get(5, TimeUnit.SECONDS)).isInstanceOf(RunEnded.class);
    assertThat(one.errors()).isEmpty();
  }

  @Test
  void saysThatItIsNoStream() throws IOException {
    assertThatThrownBy(() -> one.user.events("/"))
        .isInstanceOf(RequestFailed.class)
        .hasMessageContaining("expected a stream of events but got the content type \"text/html\"");
    assertThat(one.measured()).containsExactly("OPERATION GET / FAILED 1");
  }
}
