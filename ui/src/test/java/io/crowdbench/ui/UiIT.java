package io.crowdbench.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole UI as it is shipped, with a broker and without any service.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UiIT {

  private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

  private EmbeddedKafka kafka;
  private ConfigurableApplicationContext ui;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    kafka = EmbeddedKafka.start(directory, 0);
    ui =
        Ui.start(
            "--server.port=0",
            "--CROWDBENCH_KAFKA=" + kafka.brokers(),
            "--CROWDBENCH_RESULTS=http://127.0.0.1:1");
  }

  @AfterAll
  void stop() {
    ui.close();
    kafka.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request(path).build(), BodyHandlers.ofString());
    }
  }

  private HttpRequest.Builder request(String path) {
    var port = ui.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  /// Each address gets the same first page; what is on it comes with the request that its script
  /// sends next.
  @ParameterizedTest
  @CsvSource({
    "'', Crowdbench",
    "slaves, Slaves · Crowdbench",
    "slaves/new, Add slaves · Crowdbench",
    "slaves/7, Slave · Crowdbench",
    "runs, Runs · Crowdbench",
    "runs/7, Run · Crowdbench"
  })
  void everyPageIsServed(String page, String title) throws Exception {
    var first = get("/" + page);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("window.crowdColours").contains("crowdbench.css");
    assertThat(content(page)).contains('"' + title + '"').doesNotContain("Could not navigate");
  }

  @Test
  void aPageThatIsNotThereSaysSo() throws Exception {
    assertThat(content("nowhere")).contains("Could not navigate to 'nowhere'");
  }

  /// What Vaadin's own script does to show a page: begins a session, then says where it is.
  private String content(String page) throws IOException, InterruptedException {
    var cookies = new CookieManager();
    try (var client = HttpClient.newBuilder().cookieHandler(cookies).build()) {
      var begun =
          client.send(request("/?v-r=init&query=&location=").build(), BodyHandlers.ofString());
      var key = KEY.matcher(begun.body());
      assertThat(key.find()).as(begun.body()).isTrue();
      var navigate =
          """
          {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1, "event": "ui-navigate",
          "data": {"route": "%s", "query": "", "appShellTitle": "", "historyState": null, "trigger": ""}}]}\
          """
              .formatted(key.group(1), page);
      var shown =
          request("/?v-r=uidl&v-uiId=0")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(navigate))
              .build();
      return client.send(shown, BodyHandlers.ofString()).body();
    }
  }

  /// The chart names its WebJar by version; a new version must be named there too.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lumo/lumo.css",
        "/crowdbench.css",
        "/crowd-chart.js",
        "/webjars/uplot/1.6.30/dist/uPlot.iife.min.js",
        "/webjars/uplot/1.6.30/dist/uPlot.min.css"
      })
  void whatPagesLoadIsThere(String resource) throws Exception {
    assertThat(get(resource).statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhichServicesAreAway() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(get("/api/health").body())
                .contains("results-service has been away since")
                .contains("it does not answer at http://127.0.0.1:1"));
  }

  @Test
  void pagesDoNotSwallowTheApis() throws Exception {
    assertThat(get("/api/results/7/completeness").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
  }
}
