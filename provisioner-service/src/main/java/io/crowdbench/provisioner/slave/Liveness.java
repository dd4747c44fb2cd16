package io.crowdbench.provisioner.slave;

import static io.crowdbench.messages.provisioning.SlaveStage.CHECKING;
import static io.crowdbench.messages.provisioning.SlaveStage.INSTALLING;
import static io.crowdbench.messages.provisioning.SlaveStage.LOST;
import static io.crowdbench.messages.provisioning.SlaveStage.READY;
import static io.crowdbench.messages.provisioning.SlaveStage.STARTING;
import static io.crowdbench.messages.provisioning.SlaveStage.STOPPED;

import io.crowdbench.messages.agent.AgentEvent;
import io.crowdbench.messages.agent.AgentGoodbye;
import io.crowdbench.messages.agent.AgentHello;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Decides from what agents say, and from their silence, which slaves are ready and which are lost.
///
/// While something is being done on a slave that work decides its stage; here it is left alone.
@Component
class Liveness {

  static final Duration SILENCE = Duration.ofSeconds(5);

  /// After a start of the service agents get this much longer to be heard: it reads what it missed
  /// first.
  static final Duration GRACE = Duration.ofSeconds(5);

  /// Stages that a running agent proves wrong, unless work on the slave keeps them.
  private static final Set<SlaveStage> AWAITING = EnumSet.of(STARTING, LOST, CHECKING, INSTALLING);

  private static final Set<SlaveStage> NOT_FOR_EVER =
      EnumSet.of(READY, STARTING, CHECKING, INSTALLING);

  private final Slaves slaves;
  private final SlaveRegister register;
  private final SlaveWork work;
  private final Sightings sightings;
  private final Clock clock;
  private final Instant started;

  Liveness(
      Slaves slaves, SlaveRegister register, SlaveWork work, Sightings sightings, Clock clock) {
    this.slaves = slaves;
    this.register = register;
    this.work = work;
    this.sightings = sightings;
    this.clock = clock;
    this.started = clock.instant();
  }

  void heard(AgentEvent event) {
    if (event instanceof AgentGoodbye) {
      goodbye(event);
      return;
    }
    var known = sightings.lastSeen(event.slave(), event.epoch());
    sightings.saw(event.slave(), event.epoch());
    // A heartbeat that follows another in time changes nothing, and needs no look at the database.
    var news =
        event instanceof AgentHello
            || known
                .map(at -> at.plus(Duration.ofSeconds(1)).isBefore(clock.instant()))
                .orElse(true);
    if (news && !work.isBusy(event.slave())) {
      register.change(event.slave(), slave -> alive(slave, event));
    }
  }

  private static Slave alive(Slave slave, AgentEvent event) {
    var proven = AWAITING.contains(slave.stage()) || event instanceof AgentHello;
    return slave.epoch() == event.epoch() && proven ? slave.in(READY) : slave;
  }

  private void goodbye(AgentEvent event) {
    sightings.forget(event.slave());
    if (!work.isBusy(event.slave())) {
      register.change(
          event.slave(),
          slave ->
              slave.epoch() == event.epoch() && NOT_FOR_EVER.contains(slave.stage())
                  ? slave.in(STOPPED)
                  : slave);
    }
  }

  @Scheduled(fixedDelay = 1000)
  void findSilent() {
    for (var slave : slaves.findAllByStageIn(NOT_FOR_EVER)) {
      if (!work.isBusy(slave.id()) && isSilent(slave)) {
        register.change(slave.id(), now -> now.stage() == slave.stage() ? silent(now) : now);
      }
    }
  }

  private boolean isSilent(Slave slave) {
    var heard = sightings.lastSeen(slave.id(), slave.epoch());
    var since = heard.orElse(started.plus(GRACE));
    return since.plus(SILENCE).isBefore(clock.instant());
  }

  private Slave silent(Slave slave) {
    var last = sightings.lastSeen(slave.id()).orElse(slave.lastSeen());
    var seen = last == null ? slave : slave.seen(last);
    return slave.stage() == READY
        ? seen.lost(SlaveSentences.silent(slave, SILENCE))
        : seen.unusable(List.of(SlaveSentences.interrupted(slave)));
  }
}
