package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.api.ApiClient;
import io.crowdbench.api.SlaveView;
import io.crowdbench.api.SlavesApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;

/// From nothing to slaves that are ready, on hosts with OpenSSH's own server, in a real browser and
/// with the default settings.
@ExtendWith(SharedStack.class)
class SlavePagesE2E {

  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  @Test
  void threeHostsAreAddedTogetherAndGetReady(LocalStack stack) throws Exception {
    var hosts = OpenSshHosts.tryToStart(3);
    assumeThat(hosts).as("hosts with OpenSSH, which only root can make").isPresent();
    var url = stack.settings().url();
    var api = new SlavesApi(new ApiClient("the pages", URI.create(url), TIMEOUT));
    var browser = Chromium.open();
    try {
      browser.get(url + "/slaves/new");
      click(browser, "paste");
      type(browser, "#import-text textarea", OpenSshHosts.USER + "@10.88.0.[11-13]");
      click(browser, "import-read");
      await("three rows")
          .atMost(TIMEOUT)
          .until(() -> browser.findElements(By.cssSelector(".slave-row")).size() == 3);
      click(browser, "share-login");
      type(browser, "#shared-user input", OpenSshHosts.USER);
      type(browser, "#shared-password input", OpenSshHosts.PASSWORD);
      shoot(browser, "add-slaves");
      click(browser, "submit");

      await("slaves that are ready")
          .atMost(TIMEOUT)
          .untilAsserted(() -> assertThat(remote(api)).hasSize(3).allMatch(SlaveView::ready));
      await("the page says so")
          .atMost(TIMEOUT)
          .until(() ->
              browser.getCurrentUrl().endsWith("/slaves")
                  && browser.findElement(By.id("slaves")).getText().contains("10.88.0.13"));
      shoot(browser, "slaves");
      assertThat(remote(api)).allMatch(SlaveView::tunnelled);
      assertThat(browser.getPageSource()).doesNotContain(OpenSshHosts.PASSWORD);

      browser.get(url + "/slaves/" + remote(api).getFirst().id());
      await("what the check looked at")
          .atMost(TIMEOUT)
          .until(() -> browser.findElement(By.tagName("body")).getText().contains("host key"));
      shoot(browser, "slave");
    } finally {
      browser.quit();
      remote(api).forEach(slave -> api.remove(slave.id()).orThrow());
      hosts.get().close();
    }
  }

  private static List<SlaveView> remote(SlavesApi api) {
    return api.all().orThrow().stream()
        .filter(slave -> slave.host().startsWith("10.88.0."))
        .toList();
  }

  private static void click(WebDriver browser, String id) {
    await()
        .atMost(TIMEOUT)
        .ignoreExceptions()
        .untilAsserted(() -> browser.findElement(By.id(id)).click());
  }

  /// Again, if a dialog that is just opening takes the keys away.
  private static void type(WebDriver browser, String field, String text) {
    await()
        .atMost(TIMEOUT)
        .ignoreExceptions()
        .until(() -> {
          var element = browser.findElement(By.cssSelector(field));
          if (!text.equals(element.getDomProperty("value"))) {
            element.clear();
            element.sendKeys(text);
          }
          return text.equals(element.getDomProperty("value"));
        });
  }

  private static void shoot(WebDriver browser, String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(
        SCREENSHOTS.resolve(name + ".png"),
        ((TakesScreenshot) browser).getScreenshotAs(OutputType.BYTES));
  }
}
