package io.crowdbench.agent.control;

import io.crowdbench.agent.health.ClockEstimate;
import io.crowdbench.agent.health.Vitals;
import io.crowdbench.agent.publish.Publisher;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentHeartbeat;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Beats once a second; each beat is also a round trip to the broker's clock.
final class Heartbeat implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  private final AgentSettings settings;
  private final Publisher publisher;
  private final ClockEstimate clock;
  private final Vitals vitals;
  private final RunSlot slot;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());

  Heartbeat(
      AgentSettings settings,
      Publisher publisher,
      ClockEstimate clock,
      Vitals vitals,
      RunSlot slot) {
    this.settings = settings;
    this.publisher = publisher;
    this.clock = clock;
    this.vitals = vitals;
    this.slot = slot;
  }

  void start() {
    var _ = timer.scheduleAtFixedRate(this::tryToBeat, 0, 1, TimeUnit.SECONDS);
  }

  private void tryToBeat() {
    try {
      beat();
    } catch (RuntimeException e) {
      // The timer would never beat again, and the slave be taken for lost.
      log.warn("A heartbeat failed", e);
    }
  }

  private void beat() {
    var best = clock.best();
    var beat =
        new AgentHeartbeat(
            Message.SCHEMA,
            Instant.now(),
            settings.slave(),
            settings.epoch(),
            best.offsetMillis(),
            best.boundMillis(),
            vitals.cpuLoad(),
            vitals.heapUsed(),
            slot.run());
    var before = RunnerProcess.nowMillis();
    publisher.publish(
        Topics.AGENT_EVENTS,
        beat,
        (appended, e) -> {
          if (e == null) {
            clock.add(before, appended.timestamp(), RunnerProcess.nowMillis());
          }
        });
    slot.sendClock(best);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
