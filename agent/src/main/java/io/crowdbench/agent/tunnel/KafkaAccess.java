package io.crowdbench.agent.tunnel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How this process gets to Kafka: directly, or through the tunnel.
public final class KafkaAccess implements AutoCloseable {

  private final String addresses;
  private final @Nullable KafkaRelay relay;

  private KafkaAccess(String addresses, @Nullable KafkaRelay relay) {
    this.addresses = addresses;
    this.relay = relay;
  }

  /// @param brokers Kafka's own addresses, `host:port,host:port`
  /// @param tunnelFile where the tunnel's present beginning is written down (see [TunnelFile]);
  ///   null if the brokers are reached directly
  public static KafkaAccess to(String brokers, @Nullable String tunnelFile) {
    if (tunnelFile == null) {
      return new KafkaAccess(brokers, null);
    }
    var relay = KafkaRelay.through(Path.of(tunnelFile));
    return new KafkaAccess(relay.addresses(brokers), relay);
  }

  /// Addresses that a Kafka client of this process can begin with.
  public String addresses() {
    return addresses;
  }

  @Override
  public void close() {
    if (relay != null) {
      relay.close();
    }
  }
}
