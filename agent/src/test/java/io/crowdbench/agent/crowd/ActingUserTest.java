package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.actions.CheckFailed;
import io.crowdbench.agent.testing.RawSite;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActingUserTest {

  private OneUser one;

  @BeforeEach
  void open() throws IOException {
    one =
        new OneUser(request ->
            request.target().equals("/bad")
                ? RawSite.answer("HTTP/1.1 500 Oh No", "")
                : RawSite.answer("HTTP/1.1 200 OK", ""));
  }

  @AfterEach
  void close() throws IOException {
    one.close();
  }

  @Test
  void hasTheValuesOfItsLine() {
    assertThat(one.user.value("password")).isEqualTo("secret");
    assertThatThrownBy(() -> one.user.value("city"))
        .hasMessageStartingWith("users.txt has no column \"city\"; it has ");
  }

  @Test
  void namesOperationsByChosenParameters() {
    one.user.namedBy("do", "id");
    one.user.get("/doku.php?do=search&q=tea&id=17");
    one.user.get("/doku.php?q=tea");
    one.user.get("/doku.php?x=1&do=" + "x".repeat(100));

    assertThat(one.measured())
        .containsExactly(
            "OPERATION GET /doku.php PASSED 1",
            "OPERATION GET /doku.php?do=search&id={id} PASSED 1",
            "OPERATION GET /doku.php?do=" + "x".repeat(39) + "… PASSED 1");
  }

  @Test
  void tellsInWordsWhatIsNoAddress() {
    assertThatThrownBy(() -> one.user.get("http://bob:pw@a b/"))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(one.user::thrown);

    assertThat(one.errors())
        .containsExactly(
            "Could not send a request to \"http://(redacted)@a b/\": a host has no space in its name."
                + " Write a whole address, or one that is relative to the target, such as"
                + " /products?q=tea.");
    assertThat(one.site.requests()).isEmpty();
  }

  @Test
  void seesAFailureThatItWantsToSee() {
    var response = one.user.get("http://127.0.0.1:1/", r -> r.as("flaky").mayFail());

    assertThat(response.status()).isZero();
    assertThat(response.failure()).hasValueSatisfying(why -> assertThat(why).contains("refused"));
    assertThat(response.text()).isEmpty();
    assertThatThrownBy(() -> response.expectStatus(200))
        .isInstanceOf(CheckFailed.class)
        .hasMessageStartingWith("expected status 200 but no answer came: GET http://127.0.0.1:1/");
    assertThat(one.user.get("/a", r -> r.mayFail()).failure()).isEmpty();
    assertThat(one.user.visit("http://127.0.0.1:1/", r -> r.mayFail()).failure()).isPresent();
    assertThat(one.measured())
        .containsExactly(
            "GROUP visit GET / FAILED 1",
            "OPERATION GET / FAILED 1",
            "OPERATION GET /a PASSED 1",
            "OPERATION flaky FAILED 1");
    assertThat(one.user.takeFailed()).isTrue();
  }

  @Test
  void leavesAGroupIncompleteInWhichItGivesUp() {
    assertThatThrownBy(() ->
            one.user.group(
                "checkout",
                () -> {
                  one.user.get("/a");
                  throw one.user.giveUp("no stock");
                }))
        .hasMessage("gave up: no stock");

    assertThat(one.measured())
        .containsExactly("GROUP checkout INCOMPLETE 1", "OPERATION GET /a PASSED 1");
    assertThat(one.errors()).isEmpty();
    assertThat(one.user.takeFailed()).isFalse();
  }

  @Test
  void saysWhatIsForVisitsOnly() {
    assertThatThrownBy(() -> one.user.get("/a", r -> r.embedding(_ -> true)))
        .hasMessageStartingWith(
            "Could not send GET " + one.site.url() + "/a: embedding(…) is for visits only.");
    assertThat(one.site.requests()).isEmpty();
  }

  @Test
  void throwsOnWhatIsThrownWhereARequestIsWritten() {
    assertThatThrownBy(() ->
            one.user.post(
                "/a",
                _ -> {
                  throw new IOException("no such file");
                }))
        .isInstanceOf(IOException.class);
    assertThat(one.site.requests()).isEmpty();
  }

  @Test
  void measuresAGroupBesideItsOperations() throws IOException {
    one.user.group(
        "checkout",
        () -> {
          one.user.get("/a");
          one.user.group("pay", () -> one.user.get("/b"));
        });

    assertThat(one.measured())
        .containsExactly(
            "GROUP checkout PASSED 1",
            "GROUP pay PASSED 1",
            "OPERATION GET /a PASSED 1",
            "OPERATION GET /b PASSED 1");
  }

  @Test
  void failsAGroupWithAFailedOperationInItAndNoOther() {
    one.user.group("first", () -> one.user.get("/bad"));
    one.user.group("second", () -> one.user.get("/a"));

    assertThat(one.measured())
        .contains("GROUP first FAILED 1", "GROUP second PASSED 1", "OPERATION GET /bad FAILED 1");
    assertThat(one.user.takeFailed()).isTrue();
  }

  @Test
  void failsAGroupWhoseStepsThrowAndTellsItOnce() {
    assertThatThrownBy(() ->
            one.user.group(
                "checkout",
                () -> {
                  one.user.get("/a");
                  throw new IOException("no more tea");
                }))
        .isInstanceOf(IOException.class)
        .satisfies(one.user::thrown);

    assertThat(one.measured()).contains("GROUP checkout FAILED 1");
    assertThat(one.errors())
        .singleElement()
        .asString()
        .startsWith("java.io.IOException: no more tea");
  }

  @Test
  void endsChecksWithTheGroup() {
    var response = new io.crowdbench.actions.Response[1];
    one.user.group("look", () -> response[0] = one.user.get("/a"));

    assertThatCode(() -> response[0].expectStatus(404)).hasMessageContaining("expected status 404");
    assertThat(one.measured()).containsExactly("GROUP look PASSED 1", "OPERATION GET /a PASSED 1");
  }

  @Test
  void countsAndTimesWhatTheAuthorWants() throws IOException {
    one.user.count("seen", 3);
    one.user.count("seen", 4);
    one.user.time("asked", Duration.ofMillis(5));

    assertThat(one.measured()).containsExactly("COUNTER seen PASSED 7", "TIMING asked PASSED 1");
    assertThatThrownBy(() -> one.user.count("seen", -1)).hasMessageContaining("only grows");
  }

  @Test
  void thinksNoTimeThatIsNegative() {
    assertThatCode(
            () -> {
              for (int i = 0; i < 20; i++) {
                one.user.thinkNormal(Duration.ofNanos(-1_000), Duration.ofNanos(1_000));
                one.user.thinkExponential(Duration.ofNanos(1_000));
              }
            })
        .doesNotThrowAnyException();
  }
}
