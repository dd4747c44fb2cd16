package io.crowdbench.results.proof;

import io.crowdbench.kit.Outbox;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.ResultsProven;
import io.crowdbench.results.run.KnownRun;
import io.crowdbench.results.run.KnownRuns;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Tells the proof of a run on the topic `results`. A later one replaces it.
@Component
public class ProofTeller {

  private final Proofs proofs;
  private final KnownRuns runs;
  private final Outbox outbox;
  private final Clock clock;

  ProofTeller(Proofs proofs, KnownRuns runs, Outbox outbox, Clock clock) {
    this.proofs = proofs;
    this.runs = runs;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Called after samples were stored: they may have been the last ones, or they came after the
  /// proof and mend it.
  public void tellIfDue(String run) {
    var proven = runs.findById(run).map(KnownRun::proven).orElse(false);
    if (proven || runs.hasEverySlaveEnded(run)) {
      tell(run);
    }
  }

  void tell(String run) {
    var proof = proofs.of(run);
    outbox.tell(
        "results-settled",
        new ResultsProven(
            Message.SCHEMA,
            clock.instant(),
            run,
            proof.counted(),
            proof.stored(),
            proof.problems()));
  }
}
