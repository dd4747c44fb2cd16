package io.crowdbench.runs.lifecycle;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Whether Kafka answers at all: while it does not, no slave can be heard, and none is to blame.
@Component
class Kafka {

  private static final int PATIENCE_SECONDS = 2;

  private final KafkaAdmin admin;

  Kafka(KafkaAdmin admin) {
    this.admin = admin;
  }

  boolean answers() {
    try (var client = Admin.create(admin.getConfigurationProperties())) {
      client.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
