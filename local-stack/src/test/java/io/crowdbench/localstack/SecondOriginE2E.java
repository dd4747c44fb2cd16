package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A page of another site, open in the same browser, tries what it can against the running stack.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondOriginE2E {

  private static final String BUNDLE =
      """
      const form = new FormData();
      form.append('name', 'foreign');
      form.append('files', new File(
        ['import io.crowdbench.actions.*; public class Evil implements Action { public void run(User user) {} }'],
        'Evil.java'));
      form.append('files', new File(['eve'], 'users.txt'));
      """;

  private final StackSettings stack;
  private HttpServer otherSite;
  private ChromeDriver browser;

  SecondOriginE2E(LocalStack stack) {
    this.stack = stack.settings();
  }

  @BeforeAll
  void open() throws IOException {
    otherSite = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    otherSite.createContext(
        "/",
        exchange -> {
          var page = "<!doctype html><title>Another site</title>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("content-type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    otherSite.start();
    browser = Chromium.open();
    browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.quit();
    }
    otherSite.stop(0);
  }

  @BeforeEach
  void visitTheOtherSite() {
    browser.get("http://localhost:" + otherSite.getAddress().getPort() + "/");
  }

  private String bundles() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stack.port() + "/api/bundles"))
              .build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private @Nullable Object script(String body) {
    return browser.executeAsyncScript("const done = arguments[arguments.length - 1];" + body);
  }

  /// The upload that a person makes from here works, so that a refusal proves something.
  @ParameterizedTest
  @ValueSource(strings = {"gateway", "service"})
  void codeCannotBeUploadedFromAnotherSite(String way) throws Exception {
    int port = way.equals("gateway") ? stack.port() : stack.provisioner();
    var upload =
        BUNDLE
            + "fetch('http://127.0.0.1:%d/api/bundles', {method: 'POST', mode: 'no-cors', body: form})"
                .formatted(port)
            + ".then(r => done(r.type), e => done('failed ' + e));";

    assertThat(script(upload)).asString().startsWith("failed");
    assertThat(bundles()).doesNotContain("foreign");
  }

  @Test
  void theSameUploadWorksFromOurOwnPages() throws Exception {
    browser.get("http://127.0.0.1:" + stack.port() + "/");

    var upload =
        BUNDLE.replace("foreign", "our own")
            + "fetch('/api/bundles', {method: 'POST', body: form}).then(r => done(r.status));";

    assertThat(script(upload)).isEqualTo(201L);
    assertThat(bundles()).contains("our own").doesNotContain("foreign");
  }

  @Test
  void aFormOfAnotherSiteIsAnsweredWithTheReason() {
    browser.executeScript(
        """
        const form = document.createElement('form');
        form.method = 'post';
        form.action = 'http://127.0.0.1:%d/api/plans/1/runs';
        document.body.append(form);
        form.submit();
        """
            .formatted(stack.port()));

    new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(page -> page.findElement(By.tagName("body")).getText().contains("another site"));
  }

  @Test
  void anotherSiteCannotReadOrFrameOurPages() {
    var read =
        "fetch('http://127.0.0.1:%d/api/runs').then(r => done('read ' + r.status), e => done('blocked'));"
            .formatted(stack.port());
    assertThat(script(read)).isEqualTo("blocked");

    var framed =
        """
        const frame = document.createElement('iframe');
        frame.onload = () => { try { done(frame.contentDocument === null ? 'refused' : 'empty'); }
          catch (e) { done('refused'); } };
        frame.src = 'http://127.0.0.1:%d/';
        document.body.append(frame);
        """
            .formatted(stack.port());
    assertThat(script(framed)).isEqualTo("refused");
    browser.switchTo().frame(0);
    assertThat(browser.findElements(By.cssSelector("vaadin-app-layout"))).isEmpty();
    browser.switchTo().defaultContent();
  }

  @Test
  void anotherSiteCannotOpenThePushChannel() {
    var open =
        """
        const socket = new WebSocket('ws://127.0.0.1:%d/VAADIN/push?v-uiId=0&X-Atmosphere-Transport=websocket');
        socket.onopen = () => done('open');
        socket.onerror = () => done('refused');
        """
            .formatted(stack.port());

    assertThat(script(open)).isEqualTo("refused");
  }
}
