package io.crowdbench.agent.crowd;

import static io.crowdbench.agent.crowd.VisitedSite.CSS;
import static io.crowdbench.agent.crowd.VisitedSite.HTML;
import static io.crowdbench.agent.crowd.VisitedSite.OK;
import static io.crowdbench.agent.crowd.VisitedSite.answer;
import static io.crowdbench.agent.crowd.VisitedSite.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.actions.RequestFailed;
import io.crowdbench.agent.operation.RunEnded;
import io.crowdbench.agent.testing.OnEventLoop;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnEventLoop.class)
@Timeout(60)
class VisitTest {

  private final VisitedSite site = new VisitedSite();

  @Test
  void loadsThePageAndWhatItEmbedsOnce() throws IOException {
    site.page(
        "<link rel=stylesheet href=a.css><img src=/i/1.png><img src=/i/1.png><script src=s.js>");
    site.put("/a.css", answer(CSS, "@import 'b.css'; body { background: url(back.png) }"));
    site.put("/b.css", answer(CSS, "@import 'c.css'; p { background: url(none.png) }"));
    site.put("/c.css", answer(CSS, "body::after { content: url(deep.png) }"));
    for (var path : List.of("/i/1.png", "/s.js", "/back.png", "/deep.png")) {
      site.put(path, answer(OK, "x"));
    }
    try (var one = site.opened()) {
      one.user.visit("/").expectStatus(200).expectText("stylesheet");

      assertThat(targets(one))
          .containsExactlyInAnyOrder(
              "/", "/a.css", "/i/1.png", "/s.js", "/b.css", "/c.css", "/back.png", "/deep.png");
      assertThat(one.measured())
          .containsExactly(
              "GROUP visit GET / PASSED 1",
              "OPERATION GET / PASSED 1",
              "RESOURCE visit GET / > GET /a.css PASSED 1",
              "RESOURCE visit GET / > GET /b.css PASSED 1",
              "RESOURCE visit GET / > GET /back.png PASSED 1",
              "RESOURCE visit GET / > GET /c.css PASSED 1",
              "RESOURCE visit GET / > GET /deep.png PASSED 1",
              "RESOURCE visit GET / > GET /i/1.png PASSED 1",
              "RESOURCE visit GET / > GET /s.js PASSED 1");
      assertThat(one.user.takeFailed()).isFalse();
    }
  }

  @Test
  void saysWhereItComesFromAndWhatItWants() throws IOException {
    site.page("<link rel=stylesheet href=a.css><img src=1.png>");
    site.put("/a.css", answer(CSS, ""));
    site.put("/1.png", answer(OK, ""));
    try (var one = site.opened()) {
      one.user.visit("/", r -> r.header("Accept-Language", "de"));

      assertThat(head(one, "/")).contains("\r\nAccept: text/html");
      assertThat(head(one, "/a.css"))
          .contains("\r\nAccept: text/css", "\r\nAccept-Language: de\r\n")
          .contains("\r\nReferer: " + one.site.url() + "/\r\n");
      assertThat(head(one, "/1.png")).contains("\r\nAccept: image/avif");
    }
  }

  @Test
  void leavesOutWhatIsNotWanted() throws IOException {
    site.page("<link rel=stylesheet href=a.css><script src=http://127.0.0.1:1/x.js></script>");
    site.put("/a.css", answer(CSS, "p { background: url(http://127.0.0.1:1/1.png) }"));
    try (var one = site.opened()) {
      one.user.visit("/", r -> r.embedding(address -> address.startsWith(one.site.url())));

      assertThat(one.measured()).contains("GROUP visit GET / PASSED 1");
      assertThat(targets(one)).containsExactly("/", "/a.css");
    }
  }

  @Test
  void makesAtMostSixConnectionsAndUsesThePagesOwn() throws IOException {
    site.page(
        IntStream.range(0, 40)
            .mapToObj(i -> "<img src=%d.png>".formatted(i))
            .collect(Collectors.joining()));
    var at = new AtomicInteger();
    var most = new AtomicInteger();
    var six = new CountDownLatch(6);
    try (var one =
        new OneUser(request -> {
          if (request.target().equals("/")) {
            return site.answerTo(request);
          }
          most.accumulateAndGet(at.incrementAndGet(), Math::max);
          awaitAll(six);
          at.decrementAndGet();
          return answer(OK + "\r\nCache-Control: no-store", "x");
        })) {
      one.user.visit("/");
      assertThat(most).hasValue(6);
      assertThat(one.site.connections()).isEqualTo(6);

      one.user.visit("/");
      one.user.get("/");
      assertThat(one.site.connections()).isEqualTo(6);
      assertThat(one.site.requests()).hasSize(83);
    }
  }

  /// Holds the first until six are at work side by side.
  private static void awaitAll(CountDownLatch six) {
    six.countDown();
    try {
      assertThat(six.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void failsTheVisitButThrowsNothingWhenAResourceFails() throws IOException {
    site.page("<img src=gone.png><script src=http://127.0.0.1:1/x.js></script>");
    try (var one = site.opened()) {
      one.user.visit("/").expectStatus(200);

      assertThat(one.measured())
          .containsExactly(
              "GROUP visit GET / FAILED 1",
              "OPERATION GET / PASSED 1",
              "RESOURCE visit GET / > GET /gone.png FAILED 1",
              "RESOURCE visit GET / > GET /x.js FAILED 1");
      assertThat(one.user.takeFailed()).isTrue();
      assertThat(one.errors())
          .anyMatch(error -> error.equals("unexpected status 404 Not Found"))
          .anyMatch(error -> error.contains("http://127.0.0.1:1/x.js: Connection refused"));
    }
  }

  @Test
  void throwsWhenThePageItselfFails() throws IOException {
    try (var one = site.opened()) {
      assertThatThrownBy(() -> one.user.visit("http://127.0.0.1:1/"))
          .isInstanceOf(RequestFailed.class);

      assertThat(one.measured())
          .containsExactly("GROUP visit GET / FAILED 1", "OPERATION GET / FAILED 1");
    }
  }

  @Test
  void followsRedirectsOfPagesAndResources() throws IOException {
    site.put("/", answer("HTTP/1.1 302 Found\r\nLocation: /home", ""));
    site.put("/home", answer(HTML, "<img src=old.png>"));
    site.put(
        "/old.png",
        answer("HTTP/1.1 301 Moved\r\nLocation: /new.png\r\nCache-Control: max-age=60", ""));
    site.put("/new.png", answer(OK + "\r\nCache-Control: max-age=60", "x"));
    try (var one = site.opened()) {
      assertThat(one.user.visit("/").address()).isEqualTo(one.site.url() + "/home");
      one.user.visit("/home");

      assertThat(targets(one)).containsExactly("/", "/home", "/old.png", "/new.png", "/home");
      assertThat(one.measured()).contains("GROUP visit GET / PASSED 1");
    }
  }

  @Test
  void sendsCookiesThatResourcesSet() throws IOException {
    site.page("<img src=1.png>");
    site.put("/1.png", answer(OK + "\r\nSet-Cookie: seen=1; Path=/", "x"));
    try (var one = site.opened()) {
      one.user.visit("/");
      one.user.visit("/");

      assertThat(one.site.requests().getLast().head()).contains("Cookie: seen=1");
    }
  }

  @Test
  void endsWithTheRun() throws Exception {
    site.page("<img src=1.png><img src=2.png>");
    var asked = new CountDownLatch(2);
    var never = new CountDownLatch(1);
    try (var one =
        new OneUser(request -> {
          if (!request.target().equals("/")) {
            asked.countDown();
            awaitQuietly(never);
          }
          return site.answerTo(request);
        })) {
      var ended = new CompletableFuture<Throwable>();
      var thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  one.user.visit("/");
                } catch (RuntimeException e) {
                  ended.complete(e);
                }
              });
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      one.ending.now();
      thread.interrupt();

      assertThat(ended.get(5, TimeUnit.SECONDS)).isInstanceOf(RunEnded.class);
      assertThat(one.measured())
          .containsExactly(
              "GROUP visit GET / INCOMPLETE 1",
              "OPERATION GET / PASSED 1",
              "RESOURCE visit GET / > GET /1.png INCOMPLETE 1",
              "RESOURCE visit GET / > GET /2.png INCOMPLETE 1");
    } finally {
      never.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(OneUser one, String target) {
    return one.site.requests().stream()
        .filter(request -> request.target().equals(target))
        .findFirst()
        .orElseThrow()
        .head();
  }
}
