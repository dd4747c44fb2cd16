package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.localstack.demo.Api;
import io.crowdbench.localstack.demo.DemoPlan;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;

/// The monitor of a run that is on, in a real browser.
@ExtendWith(SharedStack.class)
class MonitorE2E {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Test
  void showsNumbersThatMove(LocalStack stack) throws Exception {
    var api = new Api(stack.settings().url());
    var out = new PrintWriter(Writer.nullWriter());
    var run = DemoPlan.make(SharedStack.demo(stack.settings(), 30), out).start();
    var browser = Chromium.open();
    try {
      browser.get(stack.settings().url() + "/runs/" + run);

      await()
          .atMost(TIMEOUT)
          .untilAsserted(() ->
              assertThat(text(browser, "run-state"))
                  .as("%s The service says %s.", text(browser, "run-reason"), known(api, run))
                  .contains("running"));
      await().atMost(TIMEOUT).until(() -> number(browser, "operations-total") > 0);
      var first = number(browser, "operations-total");
      await().atMost(TIMEOUT).until(() -> number(browser, "operations-total") > first);
      assertThat(text(browser, "p99")).contains("ms");
      assertThat(browser.findElements(By.tagName("crowd-chart"))).isNotEmpty();
      assertThat(browser.findElements(By.cssSelector("crowd-chart canvas"))).isNotEmpty();

      click(browser, "pause");
      await().atMost(TIMEOUT).until(() -> text(browser, "progress").contains("paused"));
      await().atMost(TIMEOUT).until(() -> text(browser, "course").contains("The load is paused"));
      click(browser, "resume");
      await().atMost(TIMEOUT).until(() -> text(browser, "course").contains("The load is resumed"));

      click(browser, "change-load");
      var users = By.cssSelector("#users-Browse input");
      await().atMost(TIMEOUT).until(() -> !browser.findElements(users).isEmpty());
      type(browser, users, "3");
      click(browser, "load-apply");
      await()
          .atMost(TIMEOUT)
          .until(() -> text(browser, "course").contains("3 users start running Browse"));

      click(browser, "stop");
      click(browser, "stop-now");
      await().atMost(TIMEOUT).until(() -> text(browser, "run-state").contains("aborted"));
      var counts = api.get("/api/results/" + run + "/summary").path("lines").path(0).path("counts");
      var stored = counts.path("passed").asLong() + counts.path("failed").asLong();
      await().atMost(TIMEOUT).until(() -> number(browser, "operations-total") == stored);
    } finally {
      browser.quit();
    }
  }

  /// What the pages should show.
  private static String known(Api api, String run) {
    var answer = api.get("/api/runs/" + run);
    return answer.path("state").asString() + ": " + answer.path("reason").asString();
  }

  private static void click(WebDriver browser, String id) {
    await()
        .atMost(TIMEOUT)
        .ignoreExceptions()
        .untilAsserted(() -> browser.findElement(By.id(id)).click());
  }

  /// Again, if a dialog that is just opening takes the keys away.
  private static void type(WebDriver browser, By field, String text) {
    await()
        .atMost(TIMEOUT)
        .ignoreExceptions()
        .until(() -> {
          var element = browser.findElement(field);
          element.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
          return text.equals(element.getDomProperty("value"));
        });
  }

  private static String text(WebDriver browser, String id) {
    return browser.findElements(By.id(id)).stream()
        .map(element -> element.getText())
        .findFirst()
        .orElse("");
  }

  private static long number(WebDriver browser, String id) {
    var digits = text(browser, id).replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
