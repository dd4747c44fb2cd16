package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.outbox.TransactionalOutbox;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.provisioning.BundleDelivered;
import io.crowdbench.messages.provisioning.BundleNotDelivered;
import io.crowdbench.messages.provisioning.SlaveChanged;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Publishes what happens to slaves, in the transaction that changes them. Every event carries the
/// slave's whole state.
@Component
public class SlaveEvents {

  private final TransactionalOutbox outbox;

  SlaveEvents(TransactionalOutbox outbox) {
    this.outbox = outbox;
  }

  void changed(Slave slave) {
    outbox.publish(new SlaveChanged(Message.SCHEMA, Instant.now(), slave.state()));
  }

  void removed(Slave slave) {
    outbox.publish(new SlaveRemoved(Message.SCHEMA, Instant.now(), slave.state()));
  }

  public void delivered(Slave slave, String run, String bundle, String path) {
    outbox.publish(
        new BundleDelivered(Message.SCHEMA, Instant.now(), slave.state(), run, bundle, path));
  }

  public void notDelivered(Slave slave, String run, String bundle, String problem) {
    outbox.publish(
        new BundleNotDelivered(Message.SCHEMA, Instant.now(), slave.state(), run, bundle, problem));
  }
}
