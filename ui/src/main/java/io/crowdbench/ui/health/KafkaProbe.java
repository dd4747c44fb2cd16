package io.crowdbench.ui.health;

import io.crowdbench.kit.Brokers;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class KafkaProbe implements Probe {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final Admin admin;

  KafkaProbe(Brokers brokers) {
    this.admin = brokers.admin(TIMEOUT);
  }

  @Override
  public String name() {
    return "Kafka";
  }

  @Override
  public String meanwhile() {
    return "load goes on, what is measured waits on the slaves, and pages show nothing new";
  }

  @Override
  public @Nullable String problem() throws InterruptedException {
    try {
      var nodes = admin.describeCluster().nodes().get();
      return nodes.isEmpty() ? "it has no broker" : null;
    } catch (ExecutionException e) {
      return "it does not answer";
    }
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
