package io.crowdbench.provisioner;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an installation decides.
///
/// @param data where the service keeps its key and what it made for slaves
/// @param secretKey 32 bytes in Base64 that seal the slaves' passwords and keys; empty for one of
///   its own, kept in a file
/// @param agents what agents need to know
@ConfigurationProperties("crowdbench")
public record ProvisionerSettings(Path data, String secretKey, Agents agents) {

  /// What agents need to know.
  ///
  /// @param kafka where agents may find Kafka without SSH, as seen from the slaves; those that
  ///   can't reach it find Kafka through their SSH sessions
  /// @param runnerHeap most heap a runner may take: as the JVM's `-Xmx` wants it, or a part of the
  ///   slave's memory, such as `50%`, or `auto`: 512 MB and 8 kB for each of its user ids
  /// @param lease how long a run goes on while its slave hears nothing of run-service
  public record Agents(
      String kafka, @DefaultValue("auto") String runnerHeap, @DefaultValue("60s") Duration lease) {}

  @Override
  public String toString() {
    return "ProvisionerSettings[data=" + data + ", agents=" + agents + "]";
  }
}
