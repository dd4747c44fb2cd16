package io.crowdbench.results.completeness;

import io.crowdbench.kit.Publisher;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.ResultsChecked;
import io.crowdbench.results.run.KnownRun;
import io.crowdbench.results.run.KnownRuns;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Publishes on the topic `results` whether all results of a run are there. A later message
/// replaces an earlier one.
@Component
public class CompletenessPublisher {

  private final CompletenessChecks checks;
  private final KnownRuns runs;
  private final Publisher publisher;
  private final Clock clock;

  CompletenessPublisher(
      CompletenessChecks checks, KnownRuns runs, Publisher publisher, Clock clock) {
    this.checks = checks;
    this.runs = runs;
    this.publisher = publisher;
    this.clock = clock;
  }

  /// Called after samples were stored: they may have been the last ones, or they came after the
  /// check and mend it.
  public void publishIfDue(String run) {
    var checked = runs.findById(run).map(KnownRun::checked).orElse(false);
    if (checked || runs.hasEverySlaveEnded(run)) {
      publish(run);
    }
  }

  public void publish(String run) {
    var check = checks.of(run);
    publisher.publish(
        "results",
        new ResultsChecked(
            Message.SCHEMA,
            clock.instant(),
            run,
            check.counted(),
            check.stored(),
            check.problems()));
  }
}
