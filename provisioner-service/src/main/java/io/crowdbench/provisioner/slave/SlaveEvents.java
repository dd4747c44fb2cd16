package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Outbox;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.BundleNotDelivered;
import io.crowdbench.messages.provisioning.SlaveChanged;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.messaging.MessagingException;
import org.springframework.stereotype.Component;

/// Tells the world about slaves. A telling that fails is not lost for good: every event carries the
/// slave's whole state, and the service tells all states again when it starts.
@Component
public class SlaveEvents {

  private static final Logger log = LoggerFactory.getLogger(SlaveEvents.class);
  private static final String BINDING = "slaveEvents-out-0";

  private final Outbox outbox;

  SlaveEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void changed(Slave slave) {
    tell(new SlaveChanged(Message.SCHEMA, Instant.now(), slave.state()));
  }

  void removed(Slave slave) {
    tell(new SlaveRemoved(Message.SCHEMA, Instant.now(), slave.state()));
  }

  public void delivered(Slave slave, String run, String bundle, String path) {
    tell(new BundleDelivered(Message.SCHEMA, Instant.now(), slave.state(), run, bundle, path));
  }

  public void notDelivered(Slave slave, String run, String bundle, String problem) {
    tell(
        new BundleNotDelivered(Message.SCHEMA, Instant.now(), slave.state(), run, bundle, problem));
  }

  private void tell(SlaveEvent event) {
    try {
      outbox.tell(BINDING, event);
    } catch (MessagingException | KafkaException e) {
      log.warn(
          "Could not tell that slave {} is {}: Kafka did not take it ({}). The next change, or the next start of this service, tells it again.",
          event.slave().name(),
          event.slave().stage(),
          e.getMessage());
    }
  }
}
