package io.crowdbench.agent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpFailure;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.testing.OnEventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same bytes to our codec and to the platform's client: both understand the same, or both
/// refuse. Where ours knowingly differs the row says what ours does instead.
@ExtendWith(OnEventLoop.class)
@Timeout(60)
class SameAsTheJdkTest {

  private static final String REFUSED = "refused";

  private static final HttpClient jdk =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterAll
  static void close() {
    jdk.close();
  }

  @BeforeAll
  static void warmUp() throws Exception {
    assertThat(byTheJdk("GET", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")).isEqualTo("200 []");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "length | GET | 200 OK_Content-Length: 2__ok",
        "length 0 | GET | 200 OK_Content-Length: 0__",
        "length after white space | GET | 200 OK_Content-Length:   2  __ok",
        "no reason | GET | 200_Content-Length: 2__ok",
        "small letters | GET | 200 OK_content-length: 2__ok",
        "bytes behind the body | GET | 200 OK_Content-Length: 2__okmore",
        "chunks | GET | 200 OK_Transfer-Encoding: chunked__2_ok_5_hello_0__",
        "chunk sizes in capitals | GET | 200 OK_Transfer-Encoding: chunked__A_0123456789_0__",
        "chunk sizes with zeros | GET | 200 OK_Transfer-Encoding: chunked__002_ok_0__",
        "chunk extensions | GET | 200 OK_Transfer-Encoding: chunked__2;a=b_ok_0;c__",
        "trailers | GET | 200 OK_Transfer-Encoding: chunked__2_ok_0_X-Sum: 1_X-Two: 2__",
        "no chunk but the last | GET | 200 OK_Transfer-Encoding: chunked__0__",
        "Chunked in capitals | GET | 200 OK_Transfer-Encoding: CHUNKED__2_ok_0__",
        "100 before it | GET | 100 Continue__HTTP/1.1 200 OK_Content-Length: 2__ok",
        "102 and 103 before it | GET | 102 P__HTTP/1.1 103 E_Link: x__HTTP/1.1 200 OK_Content-Length: 2__ok",
        "HEAD | HEAD | 200 OK_Content-Length: 500__",
        "HEAD in chunks | HEAD | 200 OK_Transfer-Encoding: chunked__",
        "204 | GET | 204 No Content__",
        "304 with a length | GET | 304 Not Modified_Content-Length: 5__",
        "304 without | GET | 304 Not Modified__",
        "205 | GET | 205 Reset Content_Content-Length: 0__",
        "to the end | GET | 200 OK__all of it",
        "to the end, nothing | GET | 200 OK__",
        "to the end, said so | GET | 200 OK_Connection: close__all of it",
        "the same length twice | GET | 200 OK_Content-Length: 2_Content-Length: 2__ok",
        "error status | GET | 503 Service Unavailable_Content-Length: 4__busy",
        "unknown status | GET | 599 Odd_Content-Length: 4__busy",
        "too short | GET | 200 OK_Content-Length: 5__ok",
        "too short in chunks | GET | 200 OK_Transfer-Encoding: chunked__5_ok",
        "last chunk missing | GET | 200 OK_Transfer-Encoding: chunked__2_ok_",
        "cut before the last line | GET | 200 OK_Transfer-Encoding: chunked__2_ok_0_",
        "chunk size that is none | GET | 200 OK_Transfer-Encoding: chunked__x_ok_0__",
        "cut in the head | GET | 200 OK_Content-Le",
        "no status | GET | abc OK__",
        "folded line | GET | 200 OK_X-Long: a_ b_Content-Length: 2__ok",
        "another coding | GET | 200 OK_Transfer-Encoding: xchunked__2_ok_0__",
      })
  void understandsTheSame(String what, String method, String answer) throws Exception {
    var wire = wire(answer);

    assertThat(byUs(method, wire)).isEqualTo(byTheJdk(method, wire));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "two lengths | 200 OK_Content-Length: 2_Content-Length: 3__okk | refused",
        "chunk longer than it says | 200 OK_Transfer-Encoding: chunked__2_okay_0__ | refused",
        "length that is none | 200 OK_Content-Length: abc__ok | refused",
        "length below 0 | 200 OK_Content-Length: -2__ok | refused",
        "header without a colon | 200 OK_Nothing_Content-Length: 2__ok | refused",
        "space before the colon | 200 OK_Content-Length : 2__ok | 200 [ok]",
        // RFC 9112, 6.3: the coding goes before the length.
        "chunks and a length | 200 OK_Transfer-Encoding: chunked_Content-Length: 9__2_ok_0__ | 200 [ok]",
      })
  void knowinglyDiffers(String what, String answer, String ours) throws Exception {
    var wire = wire(answer);

    assertThat(byUs("GET", wire)).isEqualTo(ours);
    assertThat(byTheJdk("GET", wire)).isNotEqualTo(ours);
  }

  private static String wire(String answer) {
    return "HTTP/1.1 " + answer.strip().replace("_", "\r\n");
  }

  private static String byUs(String method, String wire) throws IOException {
    try (var server = serving(wire);
        var browser = new Browser()) {
      var head =
          new RequestHead(
              method, Address.of(address(server).toString()), new Fields(), new byte[0]);
      var answer = browser.send(head, Duration.ofSeconds(20), () -> {});
      return answer.status() + " [" + new String(answer.body(), StandardCharsets.ISO_8859_1) + "]";
    } catch (HttpFailure e) {
      return REFUSED;
    }
  }

  private static String byTheJdk(String method, String wire) throws Exception {
    try (var server = serving(wire)) {
      var request =
          HttpRequest.newBuilder(address(server))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .timeout(Duration.ofSeconds(20))
              .build();
      var answer = jdk.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
      return answer.statusCode() + " [" + answer.body() + "]";
    } catch (IOException e) {
      return REFUSED;
    } catch (IllegalArgumentException e) {
      return "not noticed as the server's fault";
    }
  }

  private static URI address(ServerSocket server) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /// Gives each connection that answer and closes it.
  private static ServerSocket serving(String wire) throws IOException {
    var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            serveOne(server, wire);
          }
        });
    return server;
  }

  private static void serveOne(ServerSocket server, String wire) {
    try (Socket socket = server.accept()) {
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) socket.getInputStream().read());
      }
      socket.getOutputStream().write(wire.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // The client went first, or the test is over.
      return;
    }
  }
}
