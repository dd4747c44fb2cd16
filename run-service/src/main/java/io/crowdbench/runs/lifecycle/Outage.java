package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.run.RunOutage;
import java.time.Duration;
import java.time.Instant;

/// A part that runs need was away, and is back.
///
/// @param since the broker's time of the last sign of life
record Outage(Part part, Instant since, Instant until) {

  /// By their names on the home page.
  enum Part {
    BROKER("Kafka", "slaves went on, and kept what they measured until it was back"),
    RUN_SERVICE("run-service", "slaves went on, and nothing could be started, changed or stopped"),
    DATABASE(
        "PostgreSQL", "slaves went on, and what they said of their runs was read when it was back");

    private final String label;
    private final String meanwhile;

    Part(String label, String meanwhile) {
      this.label = label;
      this.meanwhile = meanwhile;
    }
  }

  String words() {
    return "%s was away for %d seconds: %s."
        .formatted(part.label, Duration.between(since, until).toSeconds(), part.meanwhile);
  }

  /// It becomes a part of the run's history.
  Transition of(Run run) {
    return Transition.none(run)
        .publishing(number ->
            new RunOutage(
                Message.SCHEMA, until, run.id(), number, part.label, since, until, words()));
  }

  /// Whether the run was under way meanwhile; one that ended before that part was missed was not.
  boolean concerns(Run run) {
    var ended = run.endedAt();
    return ended == null || ended.isAfter(since);
  }
}
