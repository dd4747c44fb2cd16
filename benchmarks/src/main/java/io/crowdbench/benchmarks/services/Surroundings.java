package io.crowdbench.benchmarks.services;

import io.crowdbench.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A broker and a database, in processes of their own.
public final class Surroundings implements AutoCloseable {

  private final Path folder;
  private final Process broker;
  private final String brokers;
  private final EmbeddedPostgres postgres;

  public Surroundings(Path folder) throws IOException {
    this.folder = folder;
    broker =
        ServiceProcess.java(
                System.getProperty("java.class.path"),
                List.of("-Xmx512m", Broker.class.getName(), folder.resolve("kafka").toString()))
            .redirectError(folder.resolve("broker.txt").toFile())
            .start();
    brokers = address(broker);
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
  }

  private static String address(Process broker) throws IOException {
    var output =
        new BufferedReader(new InputStreamReader(broker.getInputStream(), StandardCharsets.UTF_8));
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("broker ")) {
        return line.substring("broker ".length());
      }
    }
    throw new IOException("the broker did not start");
  }

  public String brokers() {
    return brokers;
  }

  public ProcessHandle broker() {
    return broker.toHandle();
  }

  /// PostgreSQL's first process, which is nobody's child, and those of its connections.
  public List<ProcessHandle> postgres() throws IOException {
    try (var files = Files.walk(folder.resolve("postgres"))) {
      var named = files.filter(it -> it.endsWith("postmaster.pid")).findFirst().orElseThrow();
      long pid = Long.parseLong(Files.readAllLines(named).getFirst());
      var first = ProcessHandle.of(pid).orElseThrow();
      return Stream.concat(Stream.of(first), first.descendants()).toList();
    }
  }

  /// How a service finds them.
  Map<String, String> environment() {
    return Map.of(
        "CROWDBENCH_KAFKA", brokers,
        "CROWDBENCH_DATABASE_URL", postgres.url(),
        "CROWDBENCH_DATABASE_USER", postgres.user(),
        "CROWDBENCH_DATABASE_PASSWORD", postgres.password());
  }

  public long number(String sql) throws IOException {
    try (var connection =
            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        var statement = connection.createStatement();
        var answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getLong(1);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    postgres.close();
    broker.destroyForcibly().waitFor();
  }
}
