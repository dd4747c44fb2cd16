package io.crowdbench.agent.http.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.actions.Tls;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.http.Bodies;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.testing.Certificates;
import io.crowdbench.agent.testing.JettySite;
import io.crowdbench.agent.testing.OnEventLoop;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Against Jetty's HTTP/2.
@ExtendWith(OnEventLoop.class)
@Timeout(60)
class Http2Test {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final byte[] BIG = new byte[20 * 1024 * 1024];

  @TempDir private static Path folder;

  private static final CountDownLatch never = new CountDownLatch(1);
  private static Certificates certificates;
  private static JettySite site;

  private final Browser browser = new Browser();

  @BeforeAll
  static void start() throws Exception {
    new Random(1).nextBytes(BIG);
    certificates = new Certificates(folder);
    certificates.issue("good", "-ext", "san=ip:127.0.0.1");
    site = new JettySite(certificates, "good", 70_000, new Answers());
  }

  @AfterAll
  static void stop() throws Exception {
    never.countDown();
    site.close();
  }

  @BeforeEach
  void trust() throws Exception {
    browser.secure(Tls.standard().trusting(certificates.certificate("ca")));
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private static final class Answers extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      response
          .getHeaders()
          .put("X-Version", request.getConnectionMetaData().getHttpVersion().asString());
      switch (Request.getPathInContext(request)) {
        case "/big" -> response.write(true, ByteBuffer.wrap(BIG), callback);
        case "/echo" -> Content.copy(request, response, callback);
        case "/early" -> {
          response.setStatus(413);
          response.write(true, null, callback);
        }
        case "/headers" -> {
          request
              .getHeaders()
              .forEach(f -> response.getHeaders().add("X-" + f.getName(), f.getValue()));
          response.write(true, null, callback);
        }
        case "/large-head" -> {
          for (int i = 0; i < 40; i++) {
            response.getHeaders().add("X-" + i, Integer.toString(i).repeat(400));
          }
          response.write(true, null, callback);
        }
        case "/trailers" -> {
          response.setTrailersSupplier(() -> HttpFields.from(new HttpField("X-Sum", "1")));
          Content.Sink.write(response, true, "body", callback);
        }
        case "/hints" -> {
          response.writeInterim(103, HttpFields.from(new HttpField("Link", "</a.css>"))).join();
          Content.Sink.write(response, true, "body", callback);
        }
        case "/cookie" -> {
          response.getHeaders().add("Set-Cookie", "session=abc; Path=/");
          response.write(true, null, callback);
        }
        case "/never" -> never.await();
        case "/broken" -> callback.failed(new IOException("on purpose"));
        default -> Content.Sink.write(response, true, "hello", callback);
      }
      return true;
    }
  }

  @Test
  void speaksItWhereTheServerDoesAndKeepsTheConnection() throws IOException {
    var before = site.connections();
    var first = get("/");
    var second = get("/");

    assertThat(first.headers().first("X-Version")).contains("HTTP/2.0");
    assertThat(first.body()).asString().isEqualTo("hello");
    assertThat(first.connectNanos()).isPositive();
    assertThat(first.tlsNanos()).isPositive();
    assertThat(second.connectNanos()).isNegative();
    assertThat(second.tlsNanos()).isNegative();
    assertThat(second.firstNanos()).isBetween(second.sentNanos(), second.endNanos());
    assertThat(second.bytesReceived()).isBetween(20L, 200L);
    // Packed against what was sent before.
    assertThat(second.bytesSent()).isLessThan(first.bytesSent());
    assertThat(site.connections() - before).isOne();
  }

  @Test
  void speaksHttp1OnRequest() throws Exception {
    browser.secure(Tls.standard().trusting(certificates.certificate("ca")).withoutHttp2());

    assertThat(get("/").headers().first("X-Version")).contains("HTTP/1.1");
  }

  @Test
  void readsBodiesLargerThanTheWindow() throws IOException {
    assertThat(get("/big").body()).isEqualTo(BIG);
    assertThat(get("/big").body()).isEqualTo(BIG);
  }

  @Test
  void sendsBodiesLargerThanTheServersWindow() throws IOException {
    var body = Arrays.copyOf(BIG, 3_000_000);
    var answer = send("POST", "/echo", new Fields(), body, TIMEOUT);

    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.bytesSent()).isGreaterThan(3_000_000);
    assertThat(get("/").status()).isEqualTo(200);
  }

  @Test
  void takesAnAnswerThatComesBeforeTheWholeBodyWasSent() throws IOException {
    var answer = send("POST", "/early", new Fields(), BIG, TIMEOUT);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.reason()).isEqualTo("Request Too Long");
    assertThat(get("/").status()).isEqualTo(200);
  }

  @Test
  void carriesHeadersBothWays() throws IOException {
    var fields = new Fields();
    fields.set("X-Long", "x".repeat(6_000));
    fields.set("Accept", "a/b");
    fields.set("Connection", "keep-alive");

    var answer = send("GET", "/headers?a=b", fields, new byte[0], TIMEOUT);

    assertThat(answer.headers().first("X-X-Long")).contains("x".repeat(6_000));
    assertThat(answer.headers().first("X-accept")).contains("a/b");
    assertThat(answer.headers().first("X-Connection")).isEmpty();
    assertThat(get("/large-head").headers().first("x-39")).contains("39".repeat(400));
  }

  @Test
  void passesOverTrailersAndInterimAnswers() throws IOException {
    assertThat(get("/trailers").body()).asString().isEqualTo("body");
    assertThat(get("/hints").body()).asString().isEqualTo("body");
    assertThat(get("/hints").status()).isEqualTo(200);
  }

  @Test
  void knowsTheAnswerToHeadHasNoBody() throws IOException {
    assertThat(send("HEAD", "/big", new Fields(), new byte[0], TIMEOUT).body()).isEmpty();
    assertThat(get("/").body()).asString().isEqualTo("hello");
  }

  @Test
  void keepsCookies() throws IOException {
    get("/cookie");

    assertThat(get("/headers").headers().first("X-Cookie")).contains("session=abc");
  }

  @Test
  void endsWhatTakesTooLongAndGoesOnWithTheSameConnection() throws IOException {
    get("/");
    var before = site.connections();

    assertThatThrownBy(
            () -> send("GET", "/never", new Fields(), new byte[0], Duration.ofMillis(100)))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("no whole answer within 100 ms");

    assertThat(get("/").status()).isEqualTo(200);
    assertThat(site.connections()).isEqualTo(before);
  }

  @Test
  void connectsAnewWhenTheServerSaysGoodbye() throws IOException {
    get("/");
    var before = site.connections();
    site.goAway();

    assertThat(send("POST", "/echo", new Fields(), new byte[] {1}, TIMEOUT).body())
        .containsExactly(1);
    Awaitility.await().until(() -> site.connections() == before + 1);
  }

  private HttpAnswer get(String path) throws IOException {
    return send("GET", path, new Fields(), new byte[0], TIMEOUT);
  }

  private HttpAnswer send(String method, String path, Fields fields, byte[] body, Duration timeout)
      throws IOException {
    var request =
        new RequestHead(
            method, Address.of(site.url() + path), fields, body, new Bodies(1 << 26, null));
    return browser.send(request, timeout, () -> {});
  }
}
