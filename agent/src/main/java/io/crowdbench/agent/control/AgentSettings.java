package io.crowdbench.agent.control;

import io.crowdbench.agent.runner.RunnerJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What the provisioner wrote down for this start of the agent.
///
/// @param slave id of the slave
/// @param epoch number of this start
/// @param brokers Kafka's addresses, `host:port,host:port`
/// @param tunnel path of the file that says where the tunnel to them begins; null if they are
///   reached directly
/// @param folder Crowdbench's folder on this slave, absolute
/// @param runnerHeap most heap a runner may take: as the JVM's `-Xmx` wants it, or a part of the
///   slave's memory, such as `50%`, or `auto`: as its users need
/// @param lease how long a run goes on while nothing is heard of who watches over it
public record AgentSettings(
    String slave,
    long epoch,
    String brokers,
    @Nullable String tunnel,
    Path folder,
    String runnerHeap,
    Duration lease) {

  static final Duration DEFAULT_LEASE = Duration.ofSeconds(60);

  /// Reads a properties file with `slave`, `epoch`, `kafka`, `folder` and, optionally, `tunnel`,
  /// `runner.heap` and `lease.seconds`.
  public static AgentSettings read(Path file) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new AgentSettings(
        needed(properties, "slave", file),
        Long.parseLong(needed(properties, "epoch", file)),
        needed(properties, "kafka", file),
        properties.getProperty("tunnel"),
        Path.of(needed(properties, "folder", file)),
        properties.getProperty("runner.heap", RunnerJvm.AUTO),
        Duration.ofSeconds(
            Long.parseLong(
                properties.getProperty("lease.seconds", "" + DEFAULT_LEASE.toSeconds()))));
  }

  private static String needed(Properties properties, String key, Path file) {
    var value = properties.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new UncheckedIOException(
          new IOException("Could not start the agent: " + file + " has no \"" + key + "\"."));
    }
    return value.strip();
  }
}
