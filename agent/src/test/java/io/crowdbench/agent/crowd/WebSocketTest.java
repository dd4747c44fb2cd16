package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.actions.RequestFailed;
import io.crowdbench.agent.testing.OnEventLoop;
import io.crowdbench.agent.testing.RawSite;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Against Jetty's WebSockets.
@ExtendWith(OnEventLoop.class)
@Timeout(60)
class WebSocketTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final Server server = new Server();
  private static final ServerConnector connector = new ServerConnector(server);
  private static final List<String> seen = new CopyOnWriteArrayList<>();

  /// Echoes, and does a few things on demand.
  public static final class Chat implements Session.Listener.AutoDemanding {

    private final CompletableFuture<Session> opened = new CompletableFuture<>();

    @Override
    public void onWebSocketOpen(Session session) {
      opened.complete(session);
      seen.add("open " + session.getUpgradeRequest().getHeader("Origin"));
    }

    @Override
    public void onWebSocketText(String text) {
      var session = opened.join();
      switch (text) {
        case "close" -> session.close(4001, "had enough", Callback.NOOP);
        case "ping" -> session.sendPing(ByteBuffer.wrap(new byte[] {1, 2}), Callback.NOOP);
        case "pieces" -> {
          session.sendPartialText("one ", false, Callback.NOOP);
          session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
          session.sendPartialText("two ", false, Callback.NOOP);
          session.sendPartialText("three", true, Callback.NOOP);
        }
        default -> session.sendText(text, Callback.NOOP);
      }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer content, Callback callback) {
      opened.join().sendBinary(content, callback);
    }

    @Override
    public void onWebSocketPong(ByteBuffer content) {
      seen.add("pong " + content.remaining());
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
      seen.add("close " + code);
      callback.succeed();
    }
  }

  @BeforeAll
  static void start() throws Exception {
    server.addConnector(connector);
    server.setHandler(
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              container.setMaxTextMessageSize(1 << 20);
              container.setMaxBinaryMessageSize(1 << 20);
              container.addMapping("/chat", (_, _, _) -> new Chat());
            }));
    server.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  private static OneUser before() throws Exception {
    return new OneUser(_ -> RawSite.answer("HTTP/1.1 200 OK", ""));
  }

  private static String address() {
    return "ws://127.0.0.1:" + connector.getLocalPort() + "/chat";
  }

  @Test
  void packsMessagesWhereTheServerAgrees() throws Exception {
    var text = "tea and more tea ".repeat(1_000);
    try (var one = before();
        var chat = one.user.webSocket(address())) {
      for (int i = 0; i < 3; i++) {
        chat.send(text);
        assertThat(chat.receive(TIMEOUT)).isEqualTo(text);
      }

      assertThat(one.bytes("WS /chat sent", "WS /chat received")).isBetween(100L, 2_000L);
    }
  }

  @Test
  void sendsAndReceives() throws Exception {
    try (var one = before();
        var socket = one.user.webSocket(address())) {
      socket.send("grüß dich");
      assertThat(socket.receive(TIMEOUT)).isEqualTo("grüß dich");
      socket.send(new byte[] {1, 2, 3});
      assertThat(socket.receiveBytes(TIMEOUT)).containsExactly(1, 2, 3);

      assertThat(one.measured())
          .containsExactly(
              "COUNTER WS /chat received PASSED 2",
              "COUNTER WS /chat sent PASSED 2",
              "OPERATION WS /chat PASSED 1");
      assertThat(seen).contains("open http://127.0.0.1:" + connector.getLocalPort());
    }
  }

  @Test
  void carriesMessagesOfAnySize() throws Exception {
    try (var one = before();
        var socket = one.user.webSocket(address())) {
      for (int size : List.of(0, 1, 125, 126, 127, 65_535, 65_536, 1_000_000)) {
        var content = new byte[size];
        Arrays.fill(content, (byte) size);
        socket.send(content);
        assertThat(socket.receiveBytes(TIMEOUT)).isEqualTo(content);
      }
    }
  }

  @Test
  void putsPiecesTogetherAndAnswersPings() throws Exception {
    try (var one = before();
        var socket = one.user.webSocket(address())) {
      socket.send("ping");
      Awaitility.await().until(() -> seen.contains("pong 2"));
      socket.send("pieces");

      assertThat(socket.receive(TIMEOUT)).isEqualTo("one two three");
      Awaitility.await().until(() -> seen.contains("pong 0"));
    }
  }

  @Test
  void saysWhyTheServerClosed() throws Exception {
    try (var one = before();
        var socket = one.user.webSocket(address())) {
      socket.send("close");

      assertThatThrownBy(() -> socket.receive(TIMEOUT))
          .isInstanceOf(RequestFailed.class)
          .hasMessageEndingWith(
              "/chat: the server closed the WebSocket: 4001 of the application's own (had enough)");
      assertThatThrownBy(() -> socket.send("more")).hasMessageContaining("4001");
      assertThat(one.errors()).singleElement().asString().contains("had enough");
    }
  }

  @Test
  void saysGoodbye() throws Exception {
    try (var one = before()) {
      seen.clear();
      one.user.webSocket(address()).close();

      Awaitility.await().until(() -> seen.contains("close 1000"));
    }
  }

  @Test
  void waitsNoLongerThanTold() throws Exception {
    try (var one = before();
        var socket = one.user.webSocket(address())) {
      assertThatThrownBy(() -> socket.receive(Duration.ofMillis(30)))
          .isInstanceOf(RequestFailed.class)
          .hasMessageEndingWith("/chat: no message within 30 ms");
      socket.send("still there");
      assertThat(socket.receive(TIMEOUT)).isEqualTo("still there");
    }
  }

  @Test
  void saysThatABinaryMessageIsNoText() throws Exception {
    try (var one = before();
        var socket = one.user.webSocket(address())) {
      socket.send(new byte[] {1, 2, 3});

      assertThatThrownBy(() -> socket.receive(TIMEOUT))
          .hasMessageContaining("a binary message of 3 bytes came where a text was expected");
    }
  }

  @Test
  void saysThatThereIsNone() throws Exception {
    try (var one = before()) {
      assertThatThrownBy(() -> one.user.webSocket("/"))
          .isInstanceOf(RequestFailed.class)
          .hasMessageContaining("the server did not open a WebSocket but answered 200 OK");
      assertThat(one.measured()).containsExactly("OPERATION WS / FAILED 1");
    }
  }
}
