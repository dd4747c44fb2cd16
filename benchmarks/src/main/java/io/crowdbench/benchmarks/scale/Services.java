package io.crowdbench.benchmarks.scale;

import io.crowdbench.benchmarks.machine.Waiting;
import io.crowdbench.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A broker, a database and results-service, each in processes of its own.
final class Services implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  private final Path folder;
  private final Process broker;
  private final String brokers;
  private final EmbeddedPostgres postgres;
  private final Process results;

  Services(Path home, Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    broker =
        java(
                System.getProperty("java.class.path"),
                List.of("-Xmx512m", Broker.class.getName(), folder.resolve("kafka").toString()))
            .redirectError(folder.resolve("broker.txt").toFile())
            .start();
    brokers = address(broker);
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
    results = startResults(home);
    if (!Waiting.until(Duration.ofSeconds(60), () -> log().contains("Started ResultsService"))) {
      close();
      throw new IOException("results-service did not start; its log is in " + folder);
    }
  }

  private Process startResults(Path home) throws IOException {
    var target = home.resolve("results-service/target");
    var classPath = target.resolve("classes") + ":" + Files.readString(target.resolve("classpath"));
    var builder =
        java(
            classPath,
            List.of(
                "-Xmx512m",
                "-Xlog:gc:file=" + folder.resolve("gc.txt"),
                "io.crowdbench.results.ResultsService",
                "--server.port=0"));
    builder
        .environment()
        .putAll(
            Map.of(
                "CROWDBENCH_KAFKA",
                brokers,
                "CROWDBENCH_DATABASE_URL",
                postgres.url(),
                "CROWDBENCH_DATABASE_USER",
                postgres.user(),
                "CROWDBENCH_DATABASE_PASSWORD",
                postgres.password()));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("results.txt").toFile())
        .start();
  }

  private static ProcessBuilder java(String classPath, List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath));
    command.addAll(arguments);
    return new ProcessBuilder(command);
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

  private String log() {
    try {
      return Files.readString(folder.resolve("results.txt"));
    } catch (IOException e) {
      return "";
    }
  }

  /// Of results-service.
  String url() {
    var port = PORT.matcher(log());
    if (!port.find()) {
      throw new IllegalStateException("results-service does not say on which port it listens");
    }
    return "http://127.0.0.1:" + port.group(1);
  }

  String brokers() {
    return brokers;
  }

  ProcessHandle broker() {
    return broker.toHandle();
  }

  ProcessHandle results() {
    return results.toHandle();
  }

  /// PostgreSQL's first process, which is nobody's child, and those of its connections.
  List<ProcessHandle> postgres() throws IOException {
    try (var files = Files.walk(folder.resolve("postgres"))) {
      var named = files.filter(it -> it.endsWith("postmaster.pid")).findFirst().orElseThrow();
      long pid = Long.parseLong(Files.readAllLines(named).getFirst());
      var first = ProcessHandle.of(pid).orElseThrow();
      return Stream.concat(Stream.of(first), first.descendants()).toList();
    }
  }

  /// What results-service keeps, in bytes.
  long storedBytes() throws IOException {
    return number(
        """
        select sum(pg_total_relation_size(c.oid)) from pg_class c
        where relnamespace = 'results'::regnamespace and relkind = 'r'
        """);
  }

  /// True once everything before that second is folded into larger blocks.
  boolean isFolded(int before) {
    try {
      return number("select count(*) from results.fold where not done and start < " + before) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private long number(String sql) throws IOException {
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

  /// Megabytes of results-service's heap after each collection, in their order.
  List<Integer> heaps() throws IOException {
    try (var lines = Files.lines(folder.resolve("gc.txt"))) {
      return lines
          .filter(line -> line.contains("Pause") && line.contains("->"))
          .map(line -> line.replaceAll(".*->(\\d+)M.*", "$1"))
          .map(Integer::valueOf)
          .toList();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (results != null) {
      results.destroy();
      results.waitFor();
    }
    postgres.close();
    broker.destroyForcibly().waitFor();
  }
}
