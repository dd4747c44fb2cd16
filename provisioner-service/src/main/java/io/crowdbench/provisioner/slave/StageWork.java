package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Refused;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Begins what takes a slave through stages. Its stage changes before the request is answered, so
/// that whoever follows it never mistakes the old stage for the outcome.
@Component
public class StageWork {

  private static final Logger log = LoggerFactory.getLogger(StageWork.class);
  private static final Set<SlaveStage> UNDER_WAY =
      EnumSet.of(
          SlaveStage.CHECKING, SlaveStage.INSTALLING, SlaveStage.INSTALLED, SlaveStage.STARTING);

  private final SlaveRegistry register;
  private final SlaveWork work;

  StageWork(SlaveRegistry register, SlaveWork work) {
    this.register = register;
    this.work = work;
  }

  /// Does it in the background on the slave as it is then.
  ///
  /// @throws Refused when there is no such slave, or it is already under way
  public void take(String id, Consumer<Slave> task) {
    var slave = register.find(id).orElseThrow(() -> Refused.unknown("slave", id));
    if (UNDER_WAY.contains(slave.stage()) && work.isBusy(id)) {
      throw Refused.conflict(
          "%s is %s already. Wait until that is done."
              .formatted(slave.name(), slave.stage().name().toLowerCase(Locale.ROOT)));
    }
    // The work is asked for first: Liveness leaves a slave alone that has some.
    var begun = new CompletableFuture<Void>();
    work.start(
        id,
        () -> {
          begun.join();
          register.find(id).ifPresent(now -> attempt(now, task));
        });
    try {
      register.change(id, now -> now.in(SlaveStage.CHECKING));
    } finally {
      begun.complete(null);
    }
  }

  private void attempt(Slave slave, Consumer<Slave> task) {
    try {
      task.accept(slave);
    } catch (RuntimeException e) {
      log.error("Work on slave {} broke", slave.name(), e);
      register.failed(
          slave.id(),
          List.of(
              "Something broke inside Crowdbench while it worked on %s; its log has the details. Try again."
                  .formatted(slave.address())));
    }
  }
}
