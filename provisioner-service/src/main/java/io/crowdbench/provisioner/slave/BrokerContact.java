package io.crowdbench.provisioner.slave;

import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Whether Kafka answers. While it does not, agents are not silent: we are deaf.
@Component
class BrokerContact {

  private final KafkaAdmin admin;

  BrokerContact(KafkaAdmin admin) {
    this.admin = admin;
  }

  /// Takes two seconds at most.
  boolean answers() {
    var settings = new HashMap<>(admin.getConfigurationProperties());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1500);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000);
    try (var client = Admin.create(settings)) {
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
