package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Brokers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.springframework.stereotype.Component;

/// Whether Kafka answers. While it does not, agents are not silent: nothing can be read.
@Component
class BrokerContact {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Brokers brokers;

  BrokerContact(Brokers brokers) {
    this.brokers = brokers;
  }

  /// Takes two seconds at most.
  boolean answers() {
    try (var client = brokers.admin(TIMEOUT)) {
      client.describeCluster().nodes().get();
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
