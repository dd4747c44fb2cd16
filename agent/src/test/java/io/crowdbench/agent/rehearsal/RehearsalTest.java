package io.crowdbench.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.testing.RawSite;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private final StringWriter told = new StringWriter();
  private String type = "\r\nContent-Type: text/plain";

  @Test
  void tellsEachRequestAndAnswer() throws IOException {
    var passed =
        rehearse(user -> {
          user.post("/cart", r -> r.json("{\"id\": 7}")).expectStatus(200);
          user.log("in the cart");
          user.group("pay", () -> user.get("/pay"));
        });

    assertThat(passed).isTrue();
    assertThat(told.toString().lines().map(String::strip))
        .contains(
            "> Content-Type: application/json",
            ">   {\"id\": 7}",
            "< Content-Type: text/plain",
            "<   all is well",
            "= POST /cart: passed",
            "log: in the cart",
            "= GET /pay: passed",
            "Passed: 2 requests passed, 0 failed.");
    assertThat(told.toString()).containsPattern("group pay: passed in [0-9.,]+ ms");
  }

  @Test
  void tellsWhatDidNotHold() throws IOException {
    var passed = rehearse(user -> user.get("/").expectText("tea"));

    assertThat(passed).isFalse();
    assertThat(told.toString().lines().map(String::strip))
        .contains(
            "! expected the text \"tea\" but it is not in the 11 characters of the answer",
            "= GET /: failed",
            "Failed: 0 requests passed, 1 failed.");
  }

  @Test
  void tellsThatItGaveUp() throws IOException {
    var passed = rehearse(user -> user.giveUp("no stock"));

    assertThat(passed).isFalse();
    assertThat(told.toString()).contains("! gave up: no stock", "pass: incomplete in ");
  }

  @Test
  void showsABodyWithoutATypeIfItIsText() throws IOException {
    type = "";
    rehearse(user -> user.post("/", r -> r.body("", "hello")));

    assertThat(told.toString().lines().map(String::strip)).contains(">   hello", "<   all is well");
  }

  @Test
  void setsTheRunUpAndTearsItDownWhereTheActionDoes() throws IOException {
    var passed =
        rehearse(
            new Action() {
              @Override
              public void beginRun(User user) {
                user.post("/seed");
              }

              @Override
              public void run(User user) {
                user.get("/");
              }
            });

    assertThat(passed).isTrue();
    assertThat(told.toString())
        .contains("begin of the run: passed")
        .doesNotContain("end of the run");
  }

  private boolean rehearse(Action action) throws IOException {
    var anna = new UserData("anna", Map.of());
    try (var site = RawSite.start(_ -> RawSite.answer("HTTP/1.1 200 OK" + type, "all is well"))) {
      return Rehearsal.of(
          "Buy", () -> action, anna, RunScope.of(Address.of(site.url())), new PrintWriter(told));
    }
  }
}
