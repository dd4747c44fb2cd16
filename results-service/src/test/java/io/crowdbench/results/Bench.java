package io.crowdbench.results;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedPostgres;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// results-service with a real broker and a real database, and someone to talk to it.
final class Bench implements AutoCloseable {

  private static final List<String> READ =
      List.of(Topics.SAMPLES, Topics.DEBUG_LOGS, Topics.RUN_EVENTS);

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path directory;
  private final int port;
  private EmbeddedPostgres postgres;
  private final EmbeddedKafka kafka;
  private final KafkaProducer<String, byte[]> producer;
  private ConfigurableApplicationContext service;

  Bench(Path directory) throws IOException {
    this.directory = directory;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    postgres = EmbeddedPostgres.start(directory.resolve("postgres"), port);
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
    producer =
        new KafkaProducer<>(
            // One at a time: the topics were just made (KAFKA-15591).
            Map.of(
                "bootstrap.servers", kafka.brokers(), "max.in.flight.requests.per.connection", 1),
            new StringSerializer(),
            new ByteArraySerializer());
    service = start();
  }

  private ConfigurableApplicationContext start() {
    return ResultsService.start(
        "--server.port=0",
        "--CROWDBENCH_KAFKA=" + kafka.brokers(),
        // With it the driver does not say how many rows it changed: nothing may depend on that.
        "--CROWDBENCH_DATABASE_URL=" + with(postgres.url(), "reWriteBatchedInserts=true"),
        "--CROWDBENCH_DATABASE_USER=" + postgres.user(),
        "--CROWDBENCH_DATABASE_PASSWORD=" + postgres.password());
  }

  /// Another instance beside the first, in a process of its own.
  Process startAnother(Path log) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ResultsService.class.getName(),
            "--server.port=0");
    builder
        .environment()
        .putAll(
            Map.of(
                "CROWDBENCH_KAFKA",
                kafka.brokers(),
                "CROWDBENCH_DATABASE_URL",
                postgres.url(),
                "CROWDBENCH_DATABASE_USER",
                postgres.user(),
                "CROWDBENCH_DATABASE_PASSWORD",
                postgres.password()));
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /// How many partitions of `samples` each instance has.
  List<Integer> partitionsOfEach() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
      var group = admin.describeConsumerGroups(List.of("results-service")).all().get();
      return requireNonNull(group.get("results-service")).members().stream()
          .map(member ->
              (int)
                  member.assignment().topicPartitions().stream()
                      .filter(it -> it.topic().equals(Topics.SAMPLES))
                      .count())
          .filter(count -> count > 0)
          .toList();
    }
  }

  private static String with(String url, String setting) {
    return url + (url.contains("?") ? "&" : "?") + setting;
  }

  void stopService() {
    service.close();
  }

  void stopDatabase() throws IOException {
    postgres.close();
  }

  /// At the same address as before, with what it had.
  void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.start(directory.resolve("postgres"), port);
  }

  void startService() {
    service = start();
  }

  void tell(String topic, Message... messages) {
    for (var message : messages) {
      tell(topic, message.key(), json.writeValueAsBytes(message));
    }
  }

  void tell(String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key, value));
    producer.flush();
  }

  /// Without waiting until it is there.
  void send(String topic, Message message) {
    producer.send(new ProducerRecord<>(topic, message.key(), json.writeValueAsBytes(message)));
  }

  HttpResponse<String> answer(String path) {
    var at = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    var request = HttpRequest.newBuilder(URI.create(at + path)).build();
    return http.sendAsync(request, BodyHandlers.ofString()).join();
  }

  /// Returns the status.
  int delete(String path) {
    var at = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    var request = HttpRequest.newBuilder(URI.create(at + path)).DELETE().build();
    return http.sendAsync(request, BodyHandlers.ofString()).join().statusCode();
  }

  JsonNode get(String path) {
    return json.readTree(answer(path).body());
  }

  /// Returns when the service has taken in, merged and published all that was told.
  void awaitAllRead() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
      await().atMost(Duration.ofSeconds(60)).until(() -> Lag.of(admin, READ), lag -> lag == 0);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> number("select (select count(*) from part) + (select count(*) from due)"),
            open -> open == 0);
  }

  /// What the database answers to a question for a number.
  long number(String sql) {
    try (var connection =
            DriverManager.getConnection(
                postgres.url()
                    + (postgres.url().contains("?") ? "&" : "?")
                    + "currentSchema=results",
                postgres.user(),
                postgres.password());
        var statement = connection.createStatement();
        var answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// All values on a topic so far, as text.
  List<String> topic(String topic) {
    var settings = Map.<String, Object>of("bootstrap.servers", kafka.brokers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var values = new ArrayList<String>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(it -> values.add(new String(it.value(), StandardCharsets.UTF_8)));
      }
      return values;
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
    producer.close(Duration.ofSeconds(2));
    kafka.close();
    postgres.close();
  }
}
