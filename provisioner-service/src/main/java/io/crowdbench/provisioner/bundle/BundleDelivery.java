package io.crowdbench.provisioner.bundle;

import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveDoor;
import io.crowdbench.provisioner.slave.SlaveEvents;
import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import org.springframework.stereotype.Component;

/// Brings a bundle to a slave unless it is there, and publishes where it is.
@Component
public class BundleDelivery {

  private final Bundles bundles;
  private final SlaveDoor door;
  private final SlaveEvents events;

  BundleDelivery(Bundles bundles, SlaveDoor door, SlaveEvents events) {
    this.bundles = bundles;
    this.door = door;
    this.events = events;
  }

  public void deliver(Slave slave, DeliverBundle command) {
    switch (door.open(slave)) {
      case Attempt.Failed(var problem) ->
          events.notDelivered(slave, command.run(), command.bundle(), problem);
      case Attempt.Connected(var host, _) -> {
        try (host) {
          bring(slave, host, command);
        }
      }
    }
  }

  private void bring(Slave slave, SshHost host, DeliverBundle command) {
    if (bundles.find(command.bundle()).isEmpty()) {
      events.notDelivered(
          slave,
          command.run(),
          command.bundle(),
          "There is no bundle %s. Upload it again.".formatted(command.bundle()));
      return;
    }
    try (var files = host.files()) {
      var folder = files.absolute(slave.folder()) + "/bundles";
      var path = folder + "/" + command.bundle() + ".jar";
      if (!files.exists(path)) {
        files.makeFolder(folder);
        try (var jar = bundles.jar(command.bundle())) {
          files.put(jar, path);
        }
      }
      events.delivered(slave, command.run(), command.bundle(), path);
    } catch (IOException e) {
      events.notDelivered(
          slave,
          command.run(),
          command.bundle(),
          "Could not copy bundle %s to %s: %s. Check the slave and its disk, then start the run again."
              .formatted(command.bundle(), slave.address(), e.getMessage()));
    }
  }
}
