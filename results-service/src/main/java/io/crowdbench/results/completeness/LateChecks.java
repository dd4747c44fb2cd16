package io.crowdbench.results.completeness;

import io.crowdbench.results.run.KnownRuns;
import io.crowdbench.results.store.Due;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has the check of a run published that has ended although some slave has not ended its stream. It
/// waits a little first: samples and run events travel apart, and the last samples may still be on
/// the way. And it waits until all samples have been read that came while the service was away.
@Component
class LateChecks {

  private static final Duration WAIT = Duration.ofSeconds(5);

  private final KnownRuns runs;
  private final Due due;
  private final SampleBacklog backlog;
  private final Clock clock;

  /// How far the samples went when a run was first found unchecked.
  private final Map<String, Map<TopicPartition, Long>> ends = new HashMap<>();

  LateChecks(KnownRuns runs, Due due, SampleBacklog backlog, Clock clock) {
    this.runs = runs;
    this.due = due;
    this.backlog = backlog;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1_000)
  void publish() {
    for (var run : runs.findUnchecked(clock.instant().minus(WAIT))) {
      if (isAllRead(run)) {
        due.add(runs.numberOf(run), Due.What.VERDICT);
        runs.findById(run).ifPresent(known -> runs.save(known.withCheck()));
        ends.remove(run);
      }
    }
  }

  /// All that had come when the run was first looked at: its own samples are among that.
  private boolean isAllRead(String run) {
    var end = ends.get(run);
    if (end == null) {
      backlog.ends().ifPresent(now -> ends.put(run, now));
      return false;
    }
    return backlog.isReadTo(end);
  }
}
