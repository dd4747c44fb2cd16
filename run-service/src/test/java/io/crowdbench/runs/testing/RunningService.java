package io.crowdbench.runs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedPostgres;
import io.crowdbench.runs.RunService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// run-service over a database and a broker of its own, and the way to ask it.
public final class RunningService implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final EmbeddedKafka kafka;
  private final ConfigurableApplicationContext application;
  private final RestClient client;

  private RunningService(EmbeddedPostgres postgres, EmbeddedKafka kafka) {
    this.postgres = postgres;
    this.kafka = kafka;
    this.application =
        RunService.start(
            "--server.port=0",
            "--CROWDBENCH_DATABASE_URL=" + postgres.url(),
            "--CROWDBENCH_DATABASE_USER=" + postgres.user(),
            "--CROWDBENCH_DATABASE_PASSWORD=" + postgres.password(),
            "--CROWDBENCH_KAFKA=" + kafka.brokers());
    var port = application.getEnvironment().getProperty("local.server.port");
    this.client =
        RestClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .requestFactory(new JdkClientHttpRequestFactory())
            .build();
  }

  public static RunningService start(Path folder) throws IOException {
    return new RunningService(
        EmbeddedPostgres.start(folder.resolve("postgres"), 0),
        EmbeddedKafka.start(folder.resolve("kafka"), 0));
  }

  public String brokers() {
    return kafka.brokers();
  }

  /// An answer, whatever its status.
  public record Answer(int status, String body) {

    public List<String> problems() {
      return json().path("problems").valueStream().map(JsonNode::asString).toList();
    }

    public String text(String field) {
      return json().path(field).asString();
    }

    private JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  public Answer get(String path) {
    return exchange(client.get().uri(path));
  }

  public Answer post(String path, Map<String, ?> body) {
    var content = JsonMapper.shared().writeValueAsBytes(body);
    return exchange(client.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(content));
  }

  /// Without a body.
  public Answer post(String path) {
    return exchange(client.post().uri(path));
  }

  private static Answer exchange(RestClient.RequestHeadersSpec<?> request) {
    return request.exchangeForRequiredValue((_, answer) ->
        new Answer(
            answer.getStatusCode().value(),
            new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8)));
  }

  /// Waits until the service has heard of the slaves and the bundle that a plan names.
  public void awaitPlanPossible(Map<String, Object> plan) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(post("/api/plans", plan).status()).isEqualTo(201));
  }

  @Override
  public void close() throws IOException {
    application.close();
    kafka.close();
    postgres.close();
  }
}
