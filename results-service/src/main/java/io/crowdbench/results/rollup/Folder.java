package io.crowdbench.results.rollup;

import io.crowdbench.results.run.KnownRuns;
import io.crowdbench.results.store.Folds;
import io.crowdbench.results.store.RunLocks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Folds run by run, now and then.
@Component
class Folder {

  /// Late records of a run that has ended come within this time, if they come.
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final Folds folds;
  private final Folding folding;
  private final RunLocks locks;
  private final KnownRuns runs;
  private final Clock clock;

  Folder(Folds folds, Folding folding, RunLocks locks, KnownRuns runs, Clock clock) {
    this.folds = folds;
    this.folding = folding;
    this.locks = locks;
    this.runs = runs;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 2_000)
  void fold() {
    for (int run : folds.runs()) {
      boolean ended = runs.hasEndedBefore(run, clock.instant().minus(SETTLED));
      locks.tryWith(RunLocks.Work.FOLD, run, () -> folding.fold(run, ended));
    }
  }
}
