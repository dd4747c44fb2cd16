package io.crowdbench.provisioner.tunnel;

import io.crowdbench.kit.Brokers;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The brokers of Kafka, as this service reaches them: what slaves may be led to, and nothing else
/// in this service's network.
@Component
class BrokerAddresses {

  private static final Logger log = LoggerFactory.getLogger(BrokerAddresses.class);

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final String first;
  private final Admin admin;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  BrokerAddresses(Brokers brokers, @Value("${spring.kafka.bootstrap-servers}") String first) {
    this.first = first;
    this.known.addAll(List.of(first.split(",")));
    this.admin = brokers.admin(TIMEOUT);
  }

  /// Addresses to begin with, `host:port,host:port`.
  String first() {
    return first;
  }

  /// @param address `host:port`
  boolean has(String address) {
    if (!known.contains(address)) {
      lookAgain();
    }
    return known.contains(address);
  }

  private void lookAgain() {
    try {
      var nodes = admin.describeCluster().nodes().get();
      nodes.forEach(node -> known.add(node.host() + ":" + node.port()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      log.debug("Could not ask Kafka for its brokers", e);
    }
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ZERO);
  }
}
