package io.crowdbench.provisioner.deploy;

import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveDoor;
import io.crowdbench.provisioner.slave.SlaveRegister;
import io.crowdbench.provisioner.slave.SlaveWork;
import io.crowdbench.provisioner.ssh.Attempt;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Starts agents again that ended without being asked to: killed, out of memory, or gone with their
/// machine's restart. A lost agent whose process is still there is left alone: it may carry a run
/// and only be unable to speak.
@Component
class AgentRevival {

  private static final Logger log = LoggerFactory.getLogger(AgentRevival.class);

  /// Starts in a row; an agent that ends each time needs a person.
  private static final int MAX_STARTS = 3;

  /// A slave that has been well this long has its starts back.
  private static final Duration WELL_AFTER = Duration.ofMinutes(10);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final SlaveRegister register;
  private final SlaveWork work;
  private final SlaveDoor door;
  private final Deployment deployment;
  private final Clock clock;
  private final Map<String, Tries> tries = new ConcurrentHashMap<>();

  AgentRevival(
      SlaveRegister register, SlaveWork work, SlaveDoor door, Deployment deployment, Clock clock) {
    this.register = register;
    this.work = work;
    this.door = door;
    this.deployment = deployment;
    this.clock = clock;
  }

  /// @param starts in a row
  /// @param at when the last try was
  private record Tries(int starts, Instant at) {}

  @Scheduled(fixedDelay = 2_000)
  void look() {
    for (var slave : register.in(SlaveStage.LOST)) {
      if (!work.isBusy(slave.id()) && isDue(slave.id())) {
        work.start(
            slave.id(),
            () ->
                register
                    .find(slave.id())
                    .filter(now -> now.stage() == SlaveStage.LOST)
                    .ifPresent(this::revive));
      }
    }
  }

  private boolean isDue(String slave) {
    var known = tries.get(slave);
    if (known == null) {
      return true;
    }
    var since = Duration.between(known.at(), clock.instant());
    if (since.compareTo(WELL_AFTER) > 0) {
      tries.remove(slave);
      return true;
    }
    return known.starts() < MAX_STARTS
        && since.compareTo(LOOK_AGAIN.multipliedBy(1 + known.starts())) > 0;
  }

  private void revive(Slave slave) {
    var starts = tries.getOrDefault(slave.id(), new Tries(0, Instant.EPOCH)).starts();
    if (!hasEnded(slave)) {
      tries.put(slave.id(), new Tries(starts, clock.instant()));
      return;
    }
    tries.put(slave.id(), new Tries(starts + 1, clock.instant()));
    log.info("The agent on {} has ended by itself and is started again", slave.address());
    deployment.deploy(slave);
    register.change(
        slave.id(),
        now ->
            now.stage() == SlaveStage.READY
                ? now.noting(DeploySentences.startedAgain(slave, starts + 1, MAX_STARTS))
                : now);
  }

  /// False where that can't be found out.
  private boolean hasEnded(Slave slave) {
    return switch (door.open(slave)) {
      case Attempt.Failed _ -> false;
      case Attempt.Connected(var host, _) -> {
        try (host;
            var files = host.files()) {
          yield !new AgentProcess(host, files.absolute(slave.folder())).runs();
        } catch (IOException e) {
          log.debug("Could not look for the agent on {}", slave.address(), e);
          yield false;
        }
      }
    };
  }
}
