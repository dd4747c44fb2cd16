package io.crowdbench.agent.runner;

import io.crowdbench.agent.crowd.Crowd;
import io.crowdbench.agent.health.ClockEstimate.Clock;
import io.crowdbench.agent.health.Judgement;
import io.crowdbench.agent.health.Vitals;
import io.crowdbench.agent.journal.Journal;
import io.crowdbench.agent.publish.BatchParts;
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
import tools.jackson.databind.json.JsonMapper;

/// The runner's stream of samples and debug lines: numbered without gaps, ended with the final
/// counters. One thread only, but for the clock.
final class Stream {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final RunnerCommand.SetUp setUp;
  private final Publisher publisher;
  private final Crowd.Instruments instruments;
  private final Vitals vitals;
  private final Journal journal;
  private long batches;
  private long debugLines;
  private long failures;
  private volatile Clock clock = Clock.UNKNOWN;

  Stream(
      RunnerCommand.SetUp setUp,
      Publisher publisher,
      Crowd.Instruments instruments,
      Vitals vitals,
      Journal journal) {
    this.setUp = setUp;
    this.publisher = publisher;
    this.instruments = instruments;
    this.vitals = vitals;
    this.journal = journal;
  }

  void setClock(Clock better) {
    clock = better;
  }

  /// Publishes what ended since the last call as that second's.
  void publish(int second, Crowd crowd) {
    var known = clock;
    var taken = instruments.errors().take();
    var late = instruments.lateness().take();
    var dropped =
        new Dropped(instruments.debug().takeDropped(), taken.ungrouped(), crowd.takeNotStarted());
    var health = vitals.take(late.count() == 0 ? null : late.p99Micros());
    var whole =
        new SampleBatch(
            SampleBatch.SCHEMA,
            Instant.now(),
            setUp.run(),
            setUp.slave(),
            setUp.epoch(),
            batches,
            second,
            known.offsetMillis(),
            known.boundMillis(),
            crowd.population(),
            instruments.meter().take(),
            taken.errors(),
            dropped,
            health,
            Judgement.of(health, dropped, instruments.meter().takeUnsent()));
    var records = BatchParts.of(whole).stream().map(JSON::writeValueAsBytes).toList();
    journal.write(second, batches + records.size(), records);
    for (var record : records) {
      long number = batches++;
      publisher.publish(Topics.SAMPLES, whole.key(), record, () -> journal.acknowledged(number));
    }
  }

  void publishDebugLines(int second) {
    for (var line : instruments.debug().take(instruments.errors().captures().secrets())) {
      publisher.publishIfPossible(
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
    for (var failure : instruments.errors().captures().take()) {
      publisher.publishIfPossible(
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
    var counters = instruments.meter().counters(batches);
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
