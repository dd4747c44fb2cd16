package io.crowdbench.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A real Kafka broker, with its controller in the same process, on the loopback address only.
public final class EmbeddedKafka implements AutoCloseable {

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Starts it, the first time empty. It returns when the broker takes records.
  ///
  /// @param directory its home; made when missing
  /// @param port where it listens; 0 for any free port
  public static EmbeddedKafka start(Path directory, int port) throws IOException {
    return start(directory, port, List.of());
  }

  /// A further door of the broker.
  ///
  /// @param name in capitals
  /// @param port where it listens
  /// @param advertised the port of this machine at which clients that came by it find the broker
  public record FurtherListener(String name, int port, int advertised) {}

  /// The same with further listeners.
  public static EmbeddedKafka start(Path directory, int port, List<FurtherListener> further)
      throws IOException {
    var log = directory.toAbsolutePath().normalize().resolve("log");
    Files.createDirectories(log);
    var chosen = Ports.choose("Kafka", port);
    var controller = Ports.choose("Kafka's controller", 0);
    while (controller == chosen) {
      // Nobody holds the first one yet, so the system may offer it again.
      controller = Ports.choose("Kafka's controller", 0);
    }
    format(log);
    var settings = KafkaSettings.of(log, chosen, controller, further);
    var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
    return new EmbeddedKafka(server, chosen);
  }

  /// Where clients find it.
  public String brokers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /// Gives a new log folder its identity; one that has it keeps it.
  private static void format(Path log) throws IOException {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try {
      new Formatter()
          .setPrintStream(silent)
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(KafkaSettings.NODE)
          .setDirectories(List.of(log.toString()))
          .setMetadataLogDirectory(log.toString())
          .setControllerListenerName("CONTROLLER")
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(
          "Could not prepare the Kafka log in %s: %s.".formatted(log, e.getMessage()), e);
    }
  }
}
