package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.actions.RequestFailed;
import io.crowdbench.agent.testing.OnEventLoop;
import io.crowdbench.agent.testing.RawSite;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OnEventLoop.class)
class RedirectTest {

  @ParameterizedTest
  @CsvSource({
    "301,POST,GET,''",
    "302,POST,GET,''",
    "303,POST,GET,''",
    "307,POST,POST,{}",
    "308,POST,POST,{}",
    "301,GET,GET,{}",
    "302,PUT,PUT,{}",
    "303,PUT,GET,''",
    "303,HEAD,HEAD,{}"
  })
  void goesOnAsABrowserDoes(int status, String method, String next, String body)
      throws IOException {
    try (var one = redirecting(status, "/there?x=1#top")) {
      var response = one.user.request(method, "/here", r -> r.json("{}"));

      assertThat(response.address()).isEqualTo(one.site.url() + "/there?x=1");
      var last = one.site.requests().getLast();
      assertThat(last.method()).isEqualTo(next);
      assertThat(last.text()).isEqualTo(body);
      assertThat(last.head().contains("Content-Type")).isEqualTo(!body.isEmpty());
    }
  }

  @Test
  void measuresEachRequestOnTheWay() throws IOException {
    try (var one = redirecting(302, "/there/17")) {
      one.user.post("/here", r -> r.as("log in")).expectStatus(200);

      assertThat(one.measured())
          .containsExactly(
              "OPERATION log in PASSED 1", "OPERATION log in → GET /there/{id} PASSED 1");
    }
  }

  @ParameterizedTest
  @CsvSource({"there,/a/there", "../up,/up", "?q=1,/a/here?q=1", "/a b|ü,/a%20b|%FC"})
  void understandsRelativeAndSloppyAddresses(String location, String target) throws IOException {
    try (var one = redirecting(302, location)) {
      one.user.get("/a/here");

      assertThat(one.site.requests().getLast().target()).isEqualTo(target);
    }
  }

  @Test
  void staysWhereItIsToldTo() throws IOException {
    try (var one = redirecting(302, "/there")) {
      var response = one.user.get("/here", r -> r.followRedirects(false));

      response.expectStatus(302).expectHeader("Location", "/there");
    }
  }

  @Test
  void givesUpOnACircle() throws IOException {
    try (var one = new OneUser(_ -> RawSite.answer("HTTP/1.1 302 Found\r\nLocation: /round", ""))) {
      assertThatThrownBy(() -> one.user.get("/round"))
          .isInstanceOf(RequestFailed.class)
          .hasMessageEndingWith("/round: redirected more than 10 times in a row");

      assertThat(one.site.requests()).hasSize(11);
      assertThat(one.measured())
          .containsExactly("OPERATION GET /round FAILED 1", "OPERATION GET /round PASSED 10");
    }
  }

  @Test
  void refusesAnAddressOfAnotherKind() throws IOException {
    try (var one = redirecting(302, "mailto:a@b")) {
      assertThatThrownBy(() -> one.user.get("/here"))
          .hasMessageContaining("redirected to \"mailto:a@b\", which is no http address");
    }
  }

  @Test
  void logsInWhereItIsSentToWithALogin() throws IOException {
    try (var one =
        new OneUser(request ->
            request.target().endsWith("/here")
                ? RawSite.answer(
                    "HTTP/1.1 302 Go\r\nLocation: http://bob:p%40w@"
                        + request.head().replaceFirst("(?s).*\r\nHost: ([^\r]+)\r\n.*", "$1/there"),
                    "")
                : RawSite.answer("HTTP/1.1 200 OK", ""))) {
      var response = one.user.get("/here");

      assertThat(response.address()).isEqualTo(one.site.url() + "/there");
      assertThat(one.site.requests().getLast().head())
          .contains("\r\nAuthorization: Basic Ym9iOnBAdw==\r\n");
    }
  }

  @Test
  void carriesNoPasswordToAnotherHost() throws IOException {
    try (var other = RawSite.start(_ -> RawSite.answer("HTTP/1.1 200 OK", ""));
        var one = redirecting(302, other.url() + "/")) {
      one.user.get(
          "/here",
          r -> r.bearer("secret").header("Cookie", "own=cookie").header("X-Other", "kept"));

      assertThat(one.site.requests().getFirst().head()).contains("secret", "own=cookie");
      assertThat(other.requests().getLast().head())
          .contains("kept")
          .doesNotContain("secret", "own=cookie");
    }
  }

  /// Everything under /here or /a/here redirects, everything else is there.
  private static OneUser redirecting(int status, String location) throws IOException {
    return new OneUser(request ->
        request.target().endsWith("/here")
            ? RawSite.answer("HTTP/1.1 " + status + " Go\r\nLocation: " + location, "gone")
            : RawSite.answer("HTTP/1.1 200 OK", ""));
  }
}
