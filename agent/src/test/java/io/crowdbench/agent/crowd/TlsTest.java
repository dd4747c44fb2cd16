package io.crowdbench.agent.crowd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.actions.RequestFailed;
import io.crowdbench.actions.Tls;
import io.crowdbench.agent.testing.Certificates;
import io.crowdbench.agent.testing.OnEventLoop;
import io.crowdbench.agent.testing.RawSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real handshakes with certificates made here.
@ExtendWith(OnEventLoop.class)
class TlsTest {

  @TempDir private static Path folder;

  private static Certificates certificates;

  @BeforeAll
  static void issue() throws Exception {
    certificates = new Certificates(folder);
    certificates.issue("good", "-ext", "san=ip:127.0.0.1");
    certificates.issue("old", "-ext", "san=ip:127.0.0.1", "-startdate", "-9d", "-validity", "2");
    certificates.issue("young", "-ext", "san=ip:127.0.0.1", "-startdate", "+5d");
    certificates.issue("elsewhere", "-ext", "san=dns:shop.example,dns:www.shop.example");
    certificates.issue("anna");
  }

  @Test
  void trustsACaOnRequest() throws Exception {
    try (var one = before("good")) {
      one.user.tls(trusting());

      one.user.get("/").expectText("secret");
    }
  }

  @Test
  void makesTheSameFromEqualWishes() throws Exception {
    assertThat(trusting()).isEqualTo(trusting()).isNotEqualTo(Tls.standard());
    assertThat(withAnna().toString())
        .isEqualTo("TLS verified, 1 more trusted, with a client certificate");
  }

  @Test
  void saysThatNobodyKnowsTheCa() throws Exception {
    try (var one = before("good")) {
      assertThatThrownBy(() -> one.user.get("/"))
          .isInstanceOf(RequestFailed.class)
          .hasMessage(
              "GET "
                  + one.site.url()
                  + "/: the server's certificate (CN=good) comes from a CA that is not known: CN=Test CA. Name the CA with Tls.standard().trusting(…), have the server send the certificates between, or use Tls.standard().unverified()");
    }
  }

  @Test
  void saysWhenACertificateExpired() throws Exception {
    refuses("old", "the server's certificate (CN=old) expired on 20");
  }

  @Test
  void saysWhenACertificateBecomesValid() throws Exception {
    refuses("young", "the server's certificate (CN=young) is not valid before 20");
  }

  @Test
  void saysWhoseCertificateItIs() throws Exception {
    refuses(
        "elsewhere",
        "the server's certificate is for shop.example, www.shop.example, not for this host");
  }

  private static void refuses(String alias, String why) throws Exception {
    try (var one = before(alias)) {
      one.user.tls(trusting());

      assertThatThrownBy(() -> one.user.get("/"))
          .isInstanceOf(RequestFailed.class)
          .hasMessageContaining(why);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "old", "young", "elsewhere"})
  void takesAnythingOnRequest(String alias) throws Exception {
    try (var one = before(alias)) {
      one.user.tls(Tls.standard().unverified());

      one.user.get("/").expectText("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void saysThatTheServerDemandsACertificate(String version) throws Exception {
    try (var one = demanding(version)) {
      one.user.tls(trusting());

      assertThatThrownBy(() -> one.user.get("/"))
          .isInstanceOf(RequestFailed.class)
          .hasMessageContaining("demands a client certificate");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void showsAClientCertificate(String version) throws Exception {
    try (var one = demanding(version)) {
      one.user.tls(withAnna());

      one.user.get("/").expectText("secret");
    }
  }

  /// As browsers do: a new visitor costs a site the whole handshake.
  @Test
  void resumesSessionsOfItsOwnOnly() throws Exception {
    var server = certificates.listen("good");
    server.setEnabledProtocols(new String[] {"TLSv1.2"});
    var goodbye = RawSite.answer("HTTP/1.1 200 OK\r\nConnection: close", "secret");
    try (var site = RawSite.start(server, _ -> goodbye);
        var anna = new OneUser(site);
        var bert = new OneUser(site)) {
      anna.user.tls(trusting());
      anna.user.get("/");
      anna.user.get("/");
      assertThat(site.sessions()).isEqualTo(1);

      bert.user.tls(trusting());
      bert.user.get("/");
      anna.user.get("/");

      assertThat(site.connections()).isEqualTo(4);
      assertThat(site.sessions()).isEqualTo(2);
    }
  }

  @Test
  void closesConnectionsOfAnotherKind() throws Exception {
    try (var one = before("good")) {
      one.user.tls(trusting());
      one.user.get("/");
      one.user.get("/");
      one.user.tls(Tls.standard().unverified());
      one.user.get("/");

      assertThat(one.site.connections()).isEqualTo(2);
    }
  }

  @Test
  void saysThatAnAddressIsNotHttps() throws Exception {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var one = before("good")) {
      Thread.ofVirtual().start(() -> answerAnythingWithPlainText(server));

      assertThatThrownBy(() -> one.user.get("https://127.0.0.1:" + server.getLocalPort() + "/"))
          .isInstanceOf(RequestFailed.class)
          .hasMessageContaining("what came back is no TLS. Is it an http address?");
    }
  }

  private static void answerAnythingWithPlainText(ServerSocket server) {
    try (var socket = server.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The client went first.
      return;
    }
  }

  @Test
  void saysWhatIsWrongWithAPem() throws Exception {
    assertThatThrownBy(() -> Tls.standard().trusting(null))
        .hasMessageContaining("there is no such resource");
    try (var one = before("good")) {
      assertThatThrownBy(() -> one.user.tls(Tls.standard().trusting(text("hello"))))
          .hasMessageContaining("Could not read");
      var key = text("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----");
      var wrong = Tls.standard().withCertificate(certificates.certificate("anna"), key);
      assertThatThrownBy(() -> one.user.tls(wrong))
          .hasMessageContaining("it is an RSA PRIVATE KEY, not a PRIVATE KEY")
          .hasMessageContaining("openssl pkcs8");
    }
  }

  private static ByteArrayInputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Tls trusting() throws Exception {
    return Tls.standard().trusting(certificates.certificate("ca"));
  }

  private static Tls withAnna() throws Exception {
    return trusting().withCertificate(certificates.certificate("anna"), certificates.key("anna"));
  }

  private static OneUser before(String alias) throws Exception {
    return before(certificates.listen(alias));
  }

  private static OneUser demanding(String version) throws Exception {
    var server = certificates.listen("good");
    server.setNeedClientAuth(true);
    server.setEnabledProtocols(new String[] {version});
    return before(server);
  }

  private static OneUser before(SSLServerSocket server) {
    return new OneUser(RawSite.start(server, _ -> RawSite.answer("HTTP/1.1 200 OK", "secret")));
  }
}
