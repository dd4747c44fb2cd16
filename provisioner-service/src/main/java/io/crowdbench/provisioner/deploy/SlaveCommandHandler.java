package io.crowdbench.provisioner.deploy;

import io.crowdbench.messages.provisioning.CleanUpRun;
import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.messages.provisioning.SlaveCommand;
import io.crowdbench.provisioner.bundle.BundleDelivery;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import io.crowdbench.provisioner.slave.SlaveWork;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Does what runs ask for on slaves, each slave for itself: a slow one holds up no other.
@Component
class SlaveCommandHandler {

  private static final Logger log = LoggerFactory.getLogger(SlaveCommandHandler.class);

  private final SlaveWork work;
  private final SlaveRegistry register;
  private final BundleDelivery delivery;
  private final RunFiles runFiles;

  SlaveCommandHandler(
      SlaveWork work, SlaveRegistry register, BundleDelivery delivery, RunFiles runFiles) {
    this.work = work;
    this.register = register;
    this.delivery = delivery;
    this.runFiles = runFiles;
  }

  void handle(SlaveCommand command) {
    work.startForRun(
        command.slave(),
        what(command),
        () ->
            register
                .find(command.slave())
                .ifPresentOrElse(
                    slave -> obey(slave, command),
                    () ->
                        log.warn(
                            "Run {} asked for something on slave {}, which is not registered",
                            command.run(),
                            command.slave())));
  }

  /// A repeat differs by its time only.
  private static Object what(SlaveCommand command) {
    return switch (command) {
      case DeliverBundle deliver -> List.of("deliver", deliver.run(), deliver.bundle());
      case CleanUpRun cleanUp -> List.of("clean up", cleanUp.run());
    };
  }

  private void obey(Slave slave, SlaveCommand command) {
    switch (command) {
      case DeliverBundle deliver -> delivery.deliver(slave, deliver);
      case CleanUpRun cleanUp -> runFiles.delete(slave, cleanUp.run());
    }
  }
}
