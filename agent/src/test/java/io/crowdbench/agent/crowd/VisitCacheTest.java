package io.crowdbench.agent.crowd;

import static io.crowdbench.agent.crowd.VisitedSite.CSS;
import static io.crowdbench.agent.crowd.VisitedSite.HTML;
import static io.crowdbench.agent.crowd.VisitedSite.OK;
import static io.crowdbench.agent.crowd.VisitedSite.answer;
import static io.crowdbench.agent.crowd.VisitedSite.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.agent.testing.OnEventLoop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a returning visitor loads, and what not.
@ExtendWith(OnEventLoop.class)
@Timeout(60)
class VisitCacheTest {

  private final VisitedSite site = new VisitedSite();

  @Test
  void neverLoadsAnewWhatIsFresh() throws IOException {
    site.put(
        "/",
        answer(HTML + "\r\nCache-Control: max-age=60", "<link rel=stylesheet href=a.css>hello"));
    site.put(
        "/a.css", answer(CSS + "\r\nCache-Control: max-age=60", "body { background: url(1.png) }"));
    site.put("/1.png", answer(OK + "\r\nCache-Control: max-age=60, immutable", "x"));
    try (var one = site.opened()) {
      for (int i = 0; i < 3; i++) {
        one.user.visit("/").expectStatus(200).expectText("hello");
      }

      assertThat(targets(one)).containsExactly("/", "/a.css", "/1.png");
      assertThat(one.measured()).contains("GROUP visit GET / PASSED 3", "OPERATION GET / PASSED 1");
    }
  }

  @Test
  void failsTheVisitWhenACheckOnAKeptPageDoes() throws IOException {
    site.put("/", answer(HTML + "\r\nCache-Control: max-age=60", "hello"));
    try (var one = site.opened()) {
      one.user.visit("/");
      assertThatThrownBy(() -> one.user.visit("/").expectText("bye"))
          .hasMessageContaining("expected the text");

      assertThat(one.measured())
          .containsExactly(
              "GROUP visit GET / FAILED 1",
              "GROUP visit GET / PASSED 1",
              "OPERATION GET / PASSED 1");
    }
  }

  @Test
  void asksWhetherWhatIsStaleHasChanged() throws IOException {
    try (var one =
        new OneUser(request -> {
          if (request.head().contains("If-None-Match: \"7\"")) {
            return "HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
          }
          var etag = "\r\nETag: \"7\"\r\nCache-Control: no-cache";
          return request.target().equals("/")
              ? answer(HTML + etag, "<img src=1.png>hello")
              : answer(OK + etag, "x");
        })) {
      one.user.visit("/");
      one.user.visit("/").expectStatus(200).expectText("hello");

      assertThat(targets(one)).containsExactly("/", "/1.png", "/", "/1.png");
      assertThat(one.measured())
          .containsExactly(
              "GROUP visit GET / PASSED 2",
              "OPERATION GET / PASSED 2",
              "RESOURCE visit GET / > GET /1.png PASSED 2");
    }
  }

  @Test
  void loadsAnewAfterAPostToTheSamePlace() throws IOException {
    site.put("/", answer(HTML + "\r\nCache-Control: max-age=60", "hello"));
    try (var one = site.opened()) {
      one.user.visit("/");
      one.user.post("/");
      one.user.visit("/");

      assertThat(one.site.requests()).hasSize(3);
    }
  }

  @Test
  void failsAgainForAResourceThatIsKnownToBeGone() throws IOException {
    site.page("<img src=gone.png>");
    site.put("/gone.png", answer("HTTP/1.1 404 Not Found\r\nCache-Control: max-age=60", ""));
    try (var one = site.opened()) {
      one.user.visit("/");
      one.user.visit("/");

      assertThat(one.measured())
          .contains("GROUP visit GET / FAILED 2", "RESOURCE visit GET / > GET /gone.png FAILED 1");
    }
  }
}
