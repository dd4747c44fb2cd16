package io.crowdbench.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.kit.Refused;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.cloud.stream.config.BindingServiceConfiguration;
import org.springframework.cloud.stream.function.FunctionConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service's door over a real socket: requests are written as bytes, since no client of the JDK
/// sends a foreign Host, or a path that is not valid.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebKitIT {

  private ConfigurableApplicationContext service;
  private int port;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      exclude = {
        BindingServiceConfiguration.class,
        FunctionConfiguration.class,
        ContextFunctionCatalogAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        DataJdbcRepositoriesAutoConfiguration.class
      })
  @Import({WebKit.class, Things.class})
  static class Application {}

  /// Something to ask for and to change.
  @RestController
  static class Things {

    @GetMapping("/things/{id}")
    String get(@PathVariable int id, @RequestParam(defaultValue = "1") int count) {
      if (id == 13) {
        throw Refused.invalid(List.of("Thirteen is unlucky.", "It is odd, too."));
      }
      return id + " × " + count;
    }

    @PostMapping(path = "/things", consumes = "application/json")
    String post(@RequestBody List<Integer> things) {
      return "made " + things;
    }
  }

  /// What came back.
  private record Reply(int status, String head, String body) {

    JsonNode problem() {
      assertThat(head).containsIgnoringCase("content-type: application/problem+json");
      return JsonMapper.shared().readTree(body);
    }
  }

  @BeforeAll
  void start() {
    service =
        new SpringApplicationBuilder(Application.class)
            .properties(
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.jmx.enabled=false",
                "crowdbench.hosts=load.example.com,other.example.com")
            .run();
    port = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  void stop() {
    SpringApplication.exit(service);
  }

  private Reply send(String line, @Nullable String body, String... headers) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      var request = new StringBuilder(line).append(" HTTP/1.1\r\n");
      var host = false;
      for (var header : headers) {
        host |= header.startsWith("Host:");
        request.append(header).append("\r\n");
      }
      if (!host) {
        request.append("Host: 127.0.0.1:").append(port).append("\r\n");
      }
      if (body != null) {
        request.append("Content-Length: ").append(body.length()).append("\r\n");
      }
      request.append("Connection: close\r\n\r\n").append(body == null ? "" : body);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var parts = reply.split("\r\n\r\n", 2);
      var chunked = parts[0].toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding");
      return new Reply(
          Integer.parseInt(reply.substring(9, 12)),
          parts[0],
          chunked ? parts[1].replaceAll("(?m)^[0-9a-f]+\r\n", "").strip() : parts[1]);
    }
  }

  @Test
  void answersThoseWhoAskFromHere() throws Exception {
    assertThat(send("GET /things/7", null).status()).isEqualTo(200);
    assertThat(
            send("POST /things", "[1]", "Content-Type: application/json", "Sec-Fetch-Site: none")
                .status())
        .isEqualTo(200);
    assertThat(
            send(
                    "POST /things",
                    "[1]",
                    "Content-Type: application/json",
                    "Sec-Fetch-Site: same-origin",
                    "Origin: http://127.0.0.1:" + port)
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:1",
        "Origin: http://127.0.0.1",
        "Origin: ",
        "Origin: not an origin",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void refusesWhatAPageOfAnotherSiteSends(String header) throws Exception {
    var reply = send("POST /things", "[1]", "Content-Type: application/json", header);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.problem().path("problems").path(0).asString()).contains("another site");
  }

  @Test
  void refusesAWebSocketOfAnotherSite() throws Exception {
    var reply =
        send(
            "GET /things/7",
            null,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-Fetch-Site: cross-site");

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void followsALinkFromAnotherSite() throws Exception {
    var reply =
        send("GET /things/7", null, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: document");

    assertThat(reply.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, 403",
    "127.0.0.1.evil.example, 403",
    "localhost.evil.example, 403",
    "10.0.0.1, 403",
    "127.0.0.1, 200",
    "127.8.9.10, 200",
    "localhost, 200",
    "LOCALHOST:8700, 200",
    "[::1]:8700, 200",
    "load.example.com, 200",
    "Other.Example.com:443, 200"
  })
  void answersUnderItsOwnNamesOnly(String host, int status) throws Exception {
    var reply = send("GET /things/7", null, "Host: " + host);

    assertThat(reply.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(reply.problem().path("problems").path(0).asString())
          .contains("CROWDBENCH_HOSTS")
          .contains(host);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET /nothing, 404, There is no GET /nothing",
    "DELETE /things/7, 405, DELETE is not supported here; use GET.",
    "GET /things/seven, 400, The value “seven” of id is not valid: a number is expected.",
    "GET /things/7?count=x, 400, The value “x” of count is not valid: a number is expected.",
    "GET /things/x%00, 400, could not be read",
    "GET /things/../../x, 400, could not be read",
    "GET /things/{7}, 400, could not be read",
    "GET //things/7, 400, ''",
    "GET /things/7;x=y, 400, ''"
  })
  void answersEachRefusalWithProblems(String line, int status, String sentence) throws Exception {
    var reply = send(line, null);

    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.problem().path("status").asInt()).isEqualTo(status);
    assertThat(reply.problem().path("problems").path(0).asString()).isNotBlank().contains(sentence);
  }

  @Test
  void saysWhichBodyItTakes() throws Exception {
    var form = send("POST /things", "a=b", "Content-Type: application/x-www-form-urlencoded");
    var broken = send("POST /things", "[1,", "Content-Type: application/json");

    assertThat(form.status()).isEqualTo(415);
    assertThat(form.problem().path("problems").path(0).asString())
        .contains("application/x-www-form-urlencoded")
        .contains("send application/json");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.problem().path("problems").path(0).asString()).contains("could not be read");
  }

  @Test
  void saysEveryProblemAtOnce() throws Exception {
    var problems = send("GET /things/13", null).problem().path("problems");

    assertThat(problems.path(0).asString()).isEqualTo("Thirteen is unlucky.");
    assertThat(problems.path(1).asString()).isEqualTo("It is odd, too.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content-security-policy: default-src 'none'; frame-ancestors 'none'",
        "x-content-type-options: nosniff",
        "x-frame-options: deny",
        "referrer-policy: same-origin",
        "cross-origin-resource-policy: same-origin"
      })
  void tellsBrowsersWhatAnAnswerMayBeUsedFor(String header) throws Exception {
    assertThat(send("GET /things/7", null).head()).containsIgnoringCase(header);
  }
}
