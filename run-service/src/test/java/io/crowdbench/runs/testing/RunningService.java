package io.crowdbench.runs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedPostgres;
import io.crowdbench.runs.RunService;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
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
  private final URI address;
  private final RestClient client;

  private RunningService(EmbeddedPostgres postgres, EmbeddedKafka kafka, Duration clockAhead) {
    this.postgres = postgres;
    this.kafka = kafka;
    this.application =
        RunService.builder()
            .initializers(context ->
                ((GenericApplicationContext) context)
                    .registerBean(
                        "clockAhead",
                        Clock.class,
                        () -> Clock.offset(Clock.systemUTC(), clockAhead),
                        definition -> definition.setPrimary(true)))
            .run(
                "--server.port=0",
                "--CROWDBENCH_DATABASE_URL=" + postgres.url(),
                "--CROWDBENCH_DATABASE_USER=" + postgres.user(),
                "--CROWDBENCH_DATABASE_PASSWORD=" + postgres.password(),
                "--CROWDBENCH_KAFKA=" + kafka.brokers());
    var port = application.getEnvironment().getProperty("local.server.port");
    this.address = URI.create("http://127.0.0.1:" + port);
    this.client =
        RestClient.builder()
            .baseUrl(address)
            .requestFactory(new JdkClientHttpRequestFactory())
            .build();
  }

  public static RunningService start(Path folder) throws IOException {
    return start(folder, Duration.ZERO);
  }

  /// @param clockAhead how far the service's own clock is ahead of everybody else's
  public static RunningService start(Path folder, Duration clockAhead) throws IOException {
    return new RunningService(
        EmbeddedPostgres.start(folder.resolve("postgres"), 0),
        EmbeddedKafka.start(folder.resolve("kafka"), 0),
        clockAhead);
  }

  public String brokers() {
    return kafka.brokers();
  }

  /// An answer, whatever its status.
  ///
  /// @param total of a list, as its header says; null without
  /// @param next address of a list's next part; null without
  public record Answer(int status, String body, @Nullable String total, @Nullable String next) {

    public List<String> problems() {
      return json().path("problems").valueStream().map(JsonNode::asString).toList();
    }

    /// What is wrong with that part of the request.
    public List<String> problemsAt(String pointer) {
      return json()
          .path("errors")
          .valueStream()
          .filter(error -> error.path("pointer").asString().equals(pointer))
          .map(error -> error.path("detail").asString())
          .toList();
    }

    public String text(String field) {
      return json().path(field).asString();
    }

    /// That field of each entry of a list.
    public List<String> texts(String field) {
      return json().valueStream().map(entry -> entry.path(field).asString()).toList();
    }

    private JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  /// @param path as it is to be sent, with what needs it escaped
  public Answer get(String path) {
    return exchange(client.get().uri(address.resolve(path)));
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
            new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8),
            answer.getHeaders().getFirst("X-Total-Count"),
            next(answer.getHeaders().getFirst("Link"))));
  }

  private static @Nullable String next(@Nullable String link) {
    return link == null ? null : link.replaceFirst("^<(.*)>; rel=\"next\"$", "$1");
  }

  /// Executes SQL in the service's schema.
  public void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// A connection of the caller's own to the service's schema.
  public Connection connect() throws SQLException {
    var connection =
        DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    connection.setSchema("runs");
    return connection;
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
