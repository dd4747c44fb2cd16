package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.actions.Tls;
import io.crowdbench.agent.testing.Certificates;
import io.crowdbench.agent.testing.JettySite;
import io.crowdbench.agent.testing.OnEventLoop;
import io.crowdbench.agent.testing.RawSite;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OnEventLoop.class)
@Timeout(60)
class Http2VisitTest {

  private static final int IMAGES = 20;

  @TempDir private Path folder;

  /// Answers no image before all have been asked for.
  private static final class Page extends Handler.Abstract {

    private final CountDownLatch all = new CountDownLatch(IMAGES);

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (Request.getPathInContext(request).equals("/")) {
        response.getHeaders().put("Content-Type", "text/html");
        var images =
            IntStream.range(0, IMAGES)
                .mapToObj(i -> "<img src=/i" + i + ".png>")
                .collect(Collectors.joining());
        Content.Sink.write(response, true, images, callback);
      } else {
        all.countDown();
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        Content.Sink.write(response, true, "x", callback);
      }
      return true;
    }
  }

  @Test
  void loadsAllSideBySideOverOneConnection() throws Exception {
    var certificates = new Certificates(folder);
    certificates.issue("good", "-ext", "san=ip:127.0.0.1");
    try (var site = new JettySite(certificates, "good", 70_000, new Page());
        var one = new OneUser(_ -> RawSite.answer("HTTP/1.1 200 OK", ""))) {
      one.user.tls(Tls.standard().trusting(certificates.certificate("ca")));

      one.user.visit(site.url() + "/").expectStatus(200);
      one.user.visit(site.url() + "/").expectStatus(200);

      assertThat(one.measured()).contains("GROUP visit GET / PASSED 2", "OPERATION GET / PASSED 2");
      assertThat(site.connections()).isOne();
    }
  }
}
