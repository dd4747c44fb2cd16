package io.crowdbench.results.run;

import io.crowdbench.kit.Refused;
import io.crowdbench.messages.result.Result;
import org.springframework.stereotype.Component;

/// Refuses a question about a run or a slave that nobody has heard of.
@Component
public class RunCheck {

  private final KnownRuns runs;

  RunCheck(KnownRuns runs) {
    this.runs = runs;
  }

  public void run(String run) {
    if (!runs.existsById(run)) {
      throw Refused.unknown("run", run);
    }
  }

  /// @param slave id of a slave of the run, or [Result#ALL_SLAVES]
  public void slave(String run, String slave) {
    run(run);
    if (!slave.equals(Result.ALL_SLAVES) && !runs.isKnown(run, slave)) {
      throw Refused.unknown("slave of run " + run, slave);
    }
  }
}
