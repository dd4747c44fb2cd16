package io.crowdbench.ui.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crowdbench.kit.web.WebKit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayIT {

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ApiRoutes.class, WebKit.class})
  static class Gateway {}

  private final AtomicReference<String> received = new AtomicReference<>("");
  private HttpServer service;
  private ConfigurableApplicationContext gateway;

  @BeforeAll
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    service.createContext("/", this::answer);
    service.start();
    var here = "http://127.0.0.1:" + service.getAddress().getPort();
    gateway =
        new SpringApplicationBuilder(Gateway.class)
            .properties("spring.config.name=ui")
            .run(
                "--server.port=0",
                "--spring.cloud.function.definition=",
                "--CROWDBENCH_PROVISIONER=" + here,
                "--CROWDBENCH_RUNS=" + here,
                "--CROWDBENCH_RESULTS=http://127.0.0.1:" + freePort());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  void stop() {
    gateway.close();
    service.stop(0);
  }

  /// Echoes what it was asked; refuses plans.
  private void answer(HttpExchange exchange) throws IOException {
    received.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var refused = exchange.getRequestURI().getPath().equals("/api/plans");
    var body =
        refused
            ? "{\"problems\":[\"There are no steps.\"]}"
            : exchange.getRequestMethod() + " " + exchange.getRequestURI();
    exchange
        .getResponseHeaders()
        .set("content-type", refused ? "application/problem+json" : "text/plain");
    exchange.sendResponseHeaders(refused ? 422 : 201, body.length());
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.close();
  }

  private HttpResponse<String> ask(String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var port = gateway.getEnvironment().getProperty("local.server.port");
    var uri = URI.create("http://127.0.0.1:" + port + path);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.uri(uri).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void pathAndQueryArriveAsTheyWere() throws Exception {
    assertThat(ask("/api/slaves", HttpRequest.newBuilder()).body()).isEqualTo("GET /api/slaves");
    var answer =
        ask("/api/runs/7/stop?a=b%20c", HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("POST /api/runs/7/stop?a=b%20c");
  }

  @Test
  void anUploadArrivesByteForByte() throws Exception {
    var form = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nshop\r\n--x--\r\n";
    var request =
        HttpRequest.newBuilder()
            .header("content-type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(form));

    assertThat(ask("/api/bundles", request).statusCode()).isEqualTo(201);
    assertThat(received).hasValue(form);
  }

  @Test
  void aRefusalComesBackAsItIs() throws Exception {
    var answer = ask("/api/plans", HttpRequest.newBuilder().POST(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).isEqualTo("{\"problems\":[\"There are no steps.\"]}");
  }

  @Test
  void aChangeFromAnotherSiteReachesNoService() throws Exception {
    received.set("nothing");
    var request =
        HttpRequest.newBuilder()
            .header("sec-fetch-site", "cross-site")
            .POST(BodyPublishers.ofString("code"));

    assertThat(ask("/api/bundles", request).statusCode()).isEqualTo(403);
    assertThat(received).hasValue("nothing");
  }

  @Test
  void anAddressThatNoApiHasIsSaidInASentence() throws Exception {
    var answer = ask("/api/slave", HttpRequest.newBuilder());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no GET /api/slave in the API of Crowdbench");
  }

  @Test
  void aServiceThatIsAwayIsSaidInASentence() throws Exception {
    var answer = ask("/api/results/7/seconds", HttpRequest.newBuilder());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("Could not pass GET /api/results/7/seconds on to results-service:")
        .contains("Start it, or set CROWDBENCH_RESULTS to where it is.");
  }
}
