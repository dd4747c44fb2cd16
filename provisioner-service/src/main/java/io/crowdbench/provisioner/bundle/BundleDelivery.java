package io.crowdbench.provisioner.bundle;

import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveConnector;
import io.crowdbench.provisioner.slave.SlaveEvents;
import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.ssh.Shell;
import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Brings a bundle to a slave unless it is there, and publishes where it is.
@Component
public class BundleDelivery {

  private static final Duration TO_LOOK = Duration.ofSeconds(5);

  private final Bundles bundles;
  private final SlaveConnector connector;
  private final SlaveEvents events;

  BundleDelivery(Bundles bundles, SlaveConnector connector, SlaveEvents events) {
    this.bundles = bundles;
    this.connector = connector;
    this.events = events;
  }

  public void deliver(Slave slave, DeliverBundle command) {
    switch (connector.open(slave)) {
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
          "Could not copy bundle %s to slave %s (%s): %s%s. Check the slave and its disk, then start the run again."
              .formatted(
                  command.bundle(),
                  slave.name(),
                  slave.address(),
                  e.getMessage(),
                  freeSpace(slave, host)));
    }
  }

  /// SFTP has no word for a full disk before its version 5: "failure" is all it says.
  ///
  /// @return the end of a sentence; empty if that can't be found out either
  private static String freeSpace(Slave slave, SshHost host) {
    try {
      var script = "df -Pm " + Shell.quote(slave.folder()) + " | awk 'NR == 2 { print $4 }'";
      var free = host.run(script, TO_LOOK).out().strip();
      return free.matches("\\d+") ? ", and its disk has %s MB left".formatted(free) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
