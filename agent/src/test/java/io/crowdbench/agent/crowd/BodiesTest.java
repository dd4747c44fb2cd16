package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.actions.CheckFailed;
import io.crowdbench.actions.Tls;
import io.crowdbench.agent.testing.Certificates;
import io.crowdbench.agent.testing.JettySite;
import io.crowdbench.agent.testing.OnEventLoop;
import io.crowdbench.agent.testing.RawSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Bodies that are too large to be held.
@ExtendWith(OnEventLoop.class)
@Timeout(60)
class BodiesTest {

  private static final int LENGTH = 1_000_000;

  @TempDir private Path folder;

  @Test
  void letsGoOfMoreThanIsToBeKept() throws IOException {
    try (var one = new OneUser(_ -> RawSite.answer("HTTP/1.1 200 OK", "hello"))) {
      assertThat(one.user.get("/", r -> r.keep(5)).text()).isEqualTo("hello");

      var answer = one.user.get("/", r -> r.keep(4)).expectStatus(200);
      assertThatThrownBy(answer::text)
          .isInstanceOf(CheckFailed.class)
          .hasMessageContaining("the body has 5 bytes, which is more than was to be kept of it");
    }
  }

  @Test
  void takesInADownloadWithoutKeepingIt() throws IOException {
    try (var one = new OneUser(_ -> RawSite.answer("HTTP/1.1 200 OK", new byte[LENGTH]))) {
      one.user.download("/big").expectStatus(200);
      one.user.get("/");

      assertThat(one.site.connections()).isOne();
      assertThat(one.measured()).contains("OPERATION GET /big PASSED 1");
    }
  }

  @Test
  void sendsAFilePieceByPiece() throws IOException {
    var content = content();
    try (var one = new OneUser(_ -> RawSite.answer("HTTP/1.1 200 OK", ""))) {
      var file = file(content).toUri().toURL();
      one.user.post("/up", r -> r.body("application/zip", file)).expectStatus(200);

      var received = one.site.requests().getFirst();
      assertThat(received.body()).isEqualTo(content);
      assertThat(received.head())
          .contains("\r\nContent-Length: " + LENGTH + "\r\n", "\r\nContent-Type: application/zip");
    }
  }

  @Test
  void sendsItAgainWhereItIsRedirected() throws IOException {
    var content = content();
    try (var one =
        new OneUser(request ->
            request.target().equals("/up")
                ? RawSite.answer("HTTP/1.1 307 Go\r\nLocation: /there", "")
                : RawSite.answer("HTTP/1.1 200 OK", ""))) {
      var file = file(content).toUri().toURL();
      one.user.put("/up", r -> r.body("a/b", file));

      assertThat(one.site.requests()).extracting(each -> each.body().length).containsOnly(LENGTH);
    }
  }

  @Test
  void saysThatThereIsNoSuchFile() throws IOException {
    try (var one = new OneUser(_ -> RawSite.answer("HTTP/1.1 200 OK", ""))) {
      assertThatThrownBy(
              () -> one.user.post("/up", r -> r.body("a/b", getClass().getResource("/none.zip"))))
          .hasMessageStartingWith("Could not send a file as the body of POST")
          .hasMessageContaining("there is no such file");
    }
  }

  /// Answers with what it was sent.
  private static final class Echo extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      var sent = Content.Source.asByteBuffer(request);
      response.write(true, sent, callback);
      return true;
    }
  }

  @Test
  void sendsAFileAsTheServerMakesRoomForIt() throws Exception {
    var content = content();
    var certificates = new Certificates(folder);
    certificates.issue("good", "-ext", "san=ip:127.0.0.1");
    try (var site = new JettySite(certificates, "good", 70_000, new Echo());
        var one = new OneUser(_ -> RawSite.answer("HTTP/1.1 200 OK", ""))) {
      one.user.tls(Tls.standard().trusting(certificates.certificate("ca")));

      var file = file(content).toUri().toURL();
      var answer = one.user.post(site.url() + "/up", r -> r.body("a/b", file));
      assertThat(answer.bytes()).isEqualTo(content);

      var rest = one.user.post(site.url() + "/up", r -> r.body("a/b", file).keep(0));
      assertThatThrownBy(rest::bytes).hasMessageContaining("the body has 1,000,000 bytes");
    }
  }

  private static byte[] content() {
    var content = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      content[i] = (byte) (i * 31 + (i >> 8));
    }
    return content;
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("up.zip"), content);
  }
}
