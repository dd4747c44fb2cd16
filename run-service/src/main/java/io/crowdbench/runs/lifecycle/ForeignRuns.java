package io.crowdbench.runs.lifecycle;

import io.crowdbench.kit.outbox.TransactionalOutbox;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.agent.StopRun;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Stops runners whose run has ended, is unknown, or goes on without their slave: a slave that was
/// lost and comes back must not go on loading the site, nor hold itself for a run that is over.
@Component
class ForeignRuns {

  private static final Logger log = LoggerFactory.getLogger(ForeignRuns.class);

  private static final Duration ASK_EVERY = Duration.ofSeconds(2);

  private final Conductor conductor;
  private final TransactionalOutbox outbox;
  private final BrokerTime brokerTime;
  private final Map<String, Instant> asked = new ConcurrentHashMap<>();

  ForeignRuns(Conductor conductor, TransactionalOutbox outbox, BrokerTime brokerTime) {
    this.conductor = conductor;
    this.outbox = outbox;
    this.brokerTime = brokerTime;
  }

  /// Looks at each run once, however many of its slaves beat.
  void check(List<AgentHeartbeat> heartbeats) {
    var found = new HashMap<String, Optional<Run>>();
    for (var heartbeat : heartbeats) {
      var run = heartbeat.run();
      if (run == null) {
        asked.remove(heartbeat.slave());
      } else {
        check(heartbeat, run, found.computeIfAbsent(run, conductor::find).orElse(null));
      }
    }
  }

  private void check(AgentHeartbeat heartbeat, String run, @Nullable Run found) {
    var now = brokerTime.now();
    var before = asked.get(heartbeat.slave());
    if (before != null && Duration.between(before, now).compareTo(ASK_EVERY) < 0) {
      return;
    }
    reason(found, heartbeat)
        .ifPresentOrElse(
            reason -> {
              asked.put(heartbeat.slave(), now);
              log.info("Slave {} still has a runner of run {}: {}", heartbeat.slave(), run, reason);
              outbox.publish(
                  new StopRun(
                      Message.SCHEMA, now, heartbeat.slave(), heartbeat.epoch(), run, reason));
            },
            () -> asked.remove(heartbeat.slave()));
  }

  /// Why its runner should not be there; empty if it should.
  private static Optional<String> reason(@Nullable Run run, AgentHeartbeat heartbeat) {
    if (run == null) {
      return Optional.of("There is no such run.");
    }
    if (run.state().ended()) {
      return Optional.of("The run has ended.");
    }
    return run.member(heartbeat.slave(), heartbeat.epoch())
            .filter(member -> member.state().active())
            .isPresent()
        ? Optional.empty()
        : Optional.of("The run goes on without this slave.");
  }
}
