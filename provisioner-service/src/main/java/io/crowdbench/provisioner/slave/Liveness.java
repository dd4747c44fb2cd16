package io.crowdbench.provisioner.slave;

import static io.crowdbench.messages.provisioning.SlaveStage.CHECKING;
import static io.crowdbench.messages.provisioning.SlaveStage.INSTALLED;
import static io.crowdbench.messages.provisioning.SlaveStage.INSTALLING;
import static io.crowdbench.messages.provisioning.SlaveStage.LOST;
import static io.crowdbench.messages.provisioning.SlaveStage.READY;
import static io.crowdbench.messages.provisioning.SlaveStage.STARTING;
import static io.crowdbench.messages.provisioning.SlaveStage.STOPPED;

import io.crowdbench.messages.agent.AgentEvent;
import io.crowdbench.messages.agent.AgentGoodbye;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.agent.AgentHello;
import io.crowdbench.messages.agent.RunnerEvent;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Decides from what agents say, and from their silence, which slaves are ready and which are lost.
///
/// While something is being done on a slave that work decides its stage; here it is left alone.
@Component
class Liveness {

  static final Duration SILENCE = Duration.ofSeconds(5);

  /// After a start of the service, or of Kafka, agents get this much longer to be heard: everybody
  /// has to find each other again first.
  static final Duration GRACE = Duration.ofSeconds(5);

  /// Those that are heard through our own sessions are heard later: these are opened first.
  static final Duration GRACE_OF_TUNNELS = Duration.ofSeconds(15);

  /// Stages that only a running agent, or work on the slave, keeps up.
  private static final Set<SlaveStage> LIVELY =
      EnumSet.of(READY, STARTING, CHECKING, INSTALLING, INSTALLED);

  private static final Set<SlaveStage> WATCHED =
      EnumSet.of(READY, STARTING, CHECKING, INSTALLING, INSTALLED, LOST);

  private final Slaves slaves;
  private final SlaveRegistry register;
  private final SlaveWork work;
  private final LastSeen lastSeen;
  private final AgentPresence presence;
  private final Clock clock;
  private final BrokerContact broker;

  /// Since when Kafka has been there for us to hear with; only the watching thread writes it.
  private volatile Instant listeningSince;

  Liveness(
      Slaves slaves,
      SlaveRegistry register,
      SlaveWork work,
      LastSeen lastSeen,
      AgentPresence presence,
      BrokerContact broker,
      Clock clock) {
    this.slaves = slaves;
    this.register = register;
    this.work = work;
    this.lastSeen = lastSeen;
    this.presence = presence;
    this.clock = clock;
    this.broker = broker;
    this.listeningSince = clock.instant();
  }

  /// Takes what an agent says. Heartbeats only move a clock here: a look at the database for each
  /// would wear it for nothing.
  void heard(AgentEvent event) {
    switch (event) {
      case AgentGoodbye goodbye -> ended(goodbye);
      case AgentHello hello -> began(hello);
      case AgentHeartbeat _, RunnerEvent _ -> lastSeen.saw(event.slave(), event.epoch());
    }
  }

  private void began(AgentHello hello) {
    lastSeen.saw(hello.slave(), hello.epoch());
    change(hello, slave -> slave.stage() == STOPPED ? slave : slave.in(READY));
  }

  private void ended(AgentGoodbye goodbye) {
    lastSeen.forget(goodbye.slave(), goodbye.epoch());
    change(goodbye, slave -> WATCHED.contains(slave.stage()) ? slave.in(STOPPED) : slave);
  }

  private void change(AgentEvent event, UnaryOperator<Slave> change) {
    if (!work.isBusy(event.slave())) {
      register.change(
          event.slave(), slave -> slave.epoch() == event.epoch() ? change.apply(slave) : slave);
    }
  }

  @Scheduled(fixedDelay = 1000)
  void look() {
    var silent = new ArrayList<Slave>();
    for (var slave : slaves.findAllByStageIn(WATCHED)) {
      if (work.isBusy(slave.id())) {
        continue;
      }
      if (presence.isPresent(slave)) {
        // Nearly all are and are known to be, and keep what was noted about them: a look costs one
        // query for all of them.
        if (slave.stage() != READY) {
          changeUnlessChanged(slave, now -> now.in(READY));
        }
      } else if (LIVELY.contains(slave.stage()) && isSilent(slave)) {
        silent.add(slave);
      }
    }
    if (!silent.isEmpty() && broker.answers()) {
      silent.forEach(slave -> changeUnlessChanged(slave, this::silent));
    } else if (!silent.isEmpty()) {
      listeningSince = clock.instant();
    }
  }

  private void changeUnlessChanged(Slave seen, UnaryOperator<Slave> change) {
    register.change(seen.id(), now -> now.version() == seen.version() ? change.apply(now) : now);
  }

  private boolean isSilent(Slave slave) {
    var listened = listeningSince.plus(slave.tunnelled() ? GRACE_OF_TUNNELS : GRACE);
    var heard = lastSeen.lastSeen(slave.id(), slave.epoch()).orElse(listened);
    var since = heard.isAfter(listened) ? heard : listened;
    return since.plus(SILENCE).isBefore(clock.instant());
  }

  private Slave silent(Slave slave) {
    var last = lastSeen.lastSeen(slave.id()).orElse(slave.lastSeen());
    var seen = last == null ? slave : slave.seen(last);
    return slave.stage() == READY
        ? seen.lost(SlaveSentences.silent(slave, SILENCE))
        : seen.unusable(List.of(SlaveSentences.interrupted(slave)));
  }
}
