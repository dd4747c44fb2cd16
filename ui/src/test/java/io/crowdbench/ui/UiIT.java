package io.crowdbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole UI as it is shipped, with a broker and without any service.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UiIT {

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
    var port = ui.getEnvironment().getProperty("local.server.port");
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/slaves", "/runs", "/runs/7"})
  void everyPageIsServed(String page) throws Exception {
    var answer = get(page);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("window.crowdColours").contains("crowdbench.css");
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
  void pagesDoNotSwallowTheApis() throws Exception {
    assertThat(get("/api/results/7/completeness").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
  }
}
