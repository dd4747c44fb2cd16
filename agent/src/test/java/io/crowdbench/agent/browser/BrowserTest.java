package io.crowdbench.agent.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.Origin;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.testing.OnEventLoop;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnEventLoop.class)
class BrowserTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /// Instead of an answer: the server closes the connection.
  private static final String HANGS_UP = "hangs up";

  /// What the server sends on one connection, an answer per request; it then closes the connection.
  private record Script(List<String> answers) {}

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Script> scripts = new CopyOnWriteArrayList<>();
  private final Browser browser = new Browser();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  @AfterEach
  void close() throws IOException {
    browser.close();
    server.close();
  }

  private void serve() {
    for (int i = 0; ; i++) {
      try (var socket = server.accept()) {
        for (var answer : scripts.get(i).answers()) {
          requests.add(head(socket.getInputStream()));
          if (answer.equals(HANGS_UP)) {
            break;
          }
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
        awaitEndIfToldTo(socket, scripts.get(i));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void awaitEndIfToldTo(Socket socket, Script script) throws IOException {
    if (script.answers().getLast().isEmpty()) {
      socket.getInputStream().read();
    }
  }

  private static String head(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no more requests");
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Test
  void keepsAConnectionAndItsCookies() throws IOException {
    scripts.add(
        new Script(
            List.of(
                "HTTP/1.1 200 OK\r\nSet-Cookie: session=abc; Path=/\r\nContent-Length: 2\r\n\r\nhi",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")));

    get("/one?a=1");
    assertThat(get("/two").connectNanos()).isNegative();

    assertThat(requests.get(0))
        .startsWith("GET /one?a=1 HTTP/1.1\r\nHost: 127.0.0.1:" + server.getLocalPort());
    assertThat(requests.get(1)).contains("Cookie: session=abc");
  }

  @Test
  void sendsTheBytesOfACookieBackAsTheyCame() throws IOException {
    var empty = "\r\nContent-Length: 0\r\n\r\n";
    scripts.add(
        new Script(
            List.of(
                "HTTP/1.1 200 OK\r\nset-cookie: a=\"\u00c3\u00bc\"; Max-Age=60" + empty,
                "HTTP/1.1 200 OK" + empty)));

    get("/one");
    get("/two");

    assertThat(requests.get(1)).contains("\r\nCookie: a=\"\u00c3\u00bc\"\r\n");
  }

  @Test
  void sendsAnAuthorsCookiesInPlaceOfThoseItKeeps() throws IOException {
    var empty = "\r\nContent-Length: 0\r\n\r\n";
    scripts.add(
        new Script(
            List.of("HTTP/1.1 200 OK\r\nSet-Cookie: a=1" + empty, "HTTP/1.1 200 OK" + empty)));
    get("/one");
    var fields = new Fields();
    fields.set("cookie", "b=2");

    var address = Address.of("http://127.0.0.1:" + server.getLocalPort() + "/two");
    browser.send(new RequestHead("GET", address, fields, new byte[0]), TIMEOUT, () -> {});

    assertThat(requests.get(1)).contains("\r\ncookie: b=2\r\n").doesNotContain("a=1");
  }

  @Test
  void sendsAGetAgainWhenAKeptConnectionTurnsOutToBeClosed() throws IOException {
    scripts.add(new Script(List.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", HANGS_UP)));
    scripts.add(new Script(List.of("HTTP/1.1 204 No Content\r\n\r\n")));

    get("/one");
    var answer = get("/two");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(requests).hasSize(3);
  }

  @Test
  void sendsAPostOnlyOnce() throws IOException {
    scripts.add(new Script(List.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", HANGS_UP)));
    scripts.add(new Script(List.of("HTTP/1.1 204 No Content\r\n\r\n")));

    get("/one");

    assertThatThrownBy(() -> send("POST", "/two", TIMEOUT))
        .hasMessageContaining("closed the connection while it was idle");
    assertThat(requests).hasSize(2);
  }

  /// Its keep-alive time was over while the user was thinking: no site has failed.
  @Test
  void sendsAPostOverAFreshConnectionWhereTheKeptOneHasEnded() throws IOException {
    scripts.add(new Script(List.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")));
    scripts.add(new Script(List.of("HTTP/1.1 204 No Content\r\n\r\n")));
    var origin = Origin.of(Address.of("http://127.0.0.1:" + server.getLocalPort()));

    get("/one");
    Awaitility.await().pollInSameThread().until(() -> browser.kept(origin) == null);
    var answer = send("POST", "/two", TIMEOUT);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(requests).hasSize(2);
  }

  @Test
  void givesUpOnASiteThatStalls() {
    scripts.add(new Script(List.of("")));

    assertThatThrownBy(() -> send("GET", "/", Duration.ofMillis(100)))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("no whole answer within 100 ms");
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    try (var taken = new Socket()) {
      // A port that is taken and not listened at: the server's own listens on for a moment after
      // its end, while a thread waits in accept.
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var address = Address.of("http://127.0.0.1:" + taken.getLocalPort() + "/");

      assertThatThrownBy(() -> send("GET", address, TIMEOUT))
          .hasMessageContaining("Connection refused");
    }
  }

  @Test
  void measuresTheBytesBothWays() throws IOException {
    scripts.add(new Script(List.of("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")));

    var answer = get("/");

    assertThat(answer.bytesSent()).isEqualTo(requests.getFirst().length());
    assertThat(answer.bytesReceived()).isEqualTo(40);
    assertThat(answer.endNanos()).isGreaterThan(answer.sentNanos());
    assertThat(answer.firstNanos()).isBetween(answer.sentNanos(), answer.endNanos());
    assertThat(answer.connectNanos()).isPositive();
    assertThat(answer.tlsNanos()).isNegative();
  }

  @Test
  void countsFromBeforeARequestThatTheSiteAnswersBeforeItHasAllOfIt() throws IOException {
    try (var site = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerBeforeReading(site));
      var address = Address.of("http://127.0.0.1:" + site.getLocalPort() + "/");
      var moreThanBuffersHold = new byte[32 << 20];

      var answer =
          browser.send(
              new RequestHead("POST", address, new Fields(), moreThanBuffersHold),
              TIMEOUT,
              () -> {});

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.firstNanos()).isGreaterThan(answer.sentNanos());
      assertThat(answer.endNanos()).isGreaterThanOrEqualTo(answer.firstNanos());
    }
  }

  private static void answerBeforeReading(ServerSocket site) {
    try (var socket = site.accept()) {
      var _ = head(socket.getInputStream());
      socket
          .getOutputStream()
          .write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpAnswer get(String path) throws IOException {
    return send("GET", path, TIMEOUT);
  }

  private HttpAnswer send(String method, String path, Duration timeout) throws IOException {
    return send(method, Address.of("http://127.0.0.1:" + server.getLocalPort() + path), timeout);
  }

  private HttpAnswer send(String method, Address address, Duration timeout) throws IOException {
    return browser.send(
        new RequestHead(method, address, new Fields(), new byte[0]), timeout, () -> {});
  }
}
