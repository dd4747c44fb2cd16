package io.crowdbench.agent.runner;

import io.crowdbench.agent.crowd.Crowd;
import io.crowdbench.agent.health.ClockEstimate.Clock;
import io.crowdbench.agent.health.Judgement;
import io.crowdbench.agent.health.Vitals;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import io.crowdbench.agent.publish.Publisher;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.sample.Dropped;
import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.SampleBatch;
import java.time.Instant;

/// The runner's stream of samples and debug lines: numbered without gaps, ended with the final
/// counters. One thread only, but for the clock.
final class Stream {

  private final RunnerCommand.SetUp setUp;
  private final Publisher publisher;
  private final Meter meter;
  private final Errors errors;
  private final DebugLog debug;
  private final Vitals vitals;
  private long batches;
  private long debugLines;
  private long failures;
  private volatile Clock clock = Clock.UNKNOWN;

  Stream(
      RunnerCommand.SetUp setUp,
      Publisher publisher,
      Meter meter,
      Errors errors,
      DebugLog debug,
      Vitals vitals) {
    this.setUp = setUp;
    this.publisher = publisher;
    this.meter = meter;
    this.errors = errors;
    this.debug = debug;
    this.vitals = vitals;
  }

  void setClock(Clock better) {
    clock = better;
  }

  /// Publishes what ended since the last call as that second's.
  void publish(int second, Crowd crowd) {
    var known = clock;
    var taken = errors.take();
    var dropped = new Dropped(debug.takeDropped(), taken.ungrouped());
    var health = vitals.take(null);
    publisher.publish(
        Topics.SAMPLES,
        new SampleBatch(
            Message.SCHEMA,
            Instant.now(),
            setUp.run(),
            setUp.slave(),
            setUp.epoch(),
            batches++,
            second,
            known.offsetMillis(),
            known.boundMillis(),
            crowd.population(),
            meter.take(),
            taken.errors(),
            dropped,
            health,
            Judgement.of(health, dropped, meter.takeUnsent())));
  }

  void publishDebugLines(int second) {
    for (var line : debug.take()) {
      publisher.publish(
          Topics.DEBUG_LOGS,
          new DebugLine(
              Message.SCHEMA,
              Instant.now(),
              setUp.run(),
              setUp.slave(),
              setUp.epoch(),
              debugLines++,
              second,
              line.action(),
              line.user(),
              line.text()));
    }
  }

  void publishFailures(int second) {
    for (var failure : errors.captures().take()) {
      publisher.publish(
          Topics.DEBUG_LOGS,
          new CapturedFailure(
              Message.SCHEMA,
              Instant.now(),
              setUp.run(),
              setUp.slave(),
              setUp.epoch(),
              failures++,
              second,
              failure.action(),
              failure.operation(),
              failure.user(),
              failure.fingerprint(),
              failure.problem(),
              failure.request(),
              failure.answer(),
              failure.times()));
    }
  }

  FinalCounters end() {
    var counters = meter.counters(batches);
    publisher.publish(
        Topics.SAMPLES,
        new EndOfStream(
            Message.SCHEMA,
            Instant.now(),
            setUp.run(),
            setUp.slave(),
            setUp.epoch(),
            batches,
            counters));
    return counters;
  }
}
