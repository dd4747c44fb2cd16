package io.crowdbench.results.proof;

import io.crowdbench.results.run.KnownRuns;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the proof of a run that has ended although some slave has not ended its stream. It waits a
/// little first: samples and run events travel apart, and the last samples may still be on the way.
@Component
class LateProofs {

  private static final Duration WAIT = Duration.ofSeconds(5);

  private final KnownRuns runs;
  private final ProofTeller teller;
  private final Clock clock;

  LateProofs(KnownRuns runs, ProofTeller teller, Clock clock) {
    this.runs = runs;
    this.teller = teller;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1_000)
  void tell() {
    for (var run : runs.findUnproven(clock.instant().minus(WAIT))) {
      teller.tell(run);
      runs.findById(run).ifPresent(known -> runs.save(known.withProof()));
    }
  }
}
