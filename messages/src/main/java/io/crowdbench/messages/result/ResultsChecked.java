package io.crowdbench.messages.result;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import io.crowdbench.messages.sample.FinalCounters;
import java.time.Instant;
import java.util.List;

/// Every stream of a run has ended, and whether what was stored is what the runners counted.
///
/// @param counted sum of the runners' final counters
/// @param stored sum of what results-service stored
/// @param problems one sentence for each difference; empty when all is there, once
public record ResultsChecked(
    int schema,
    Instant at,
    String run,
    FinalCounters counted,
    FinalCounters stored,
    List<String> problems)
    implements Result {

  public ResultsChecked {
    field(at, "at");
    field(run, "run");
    field(counted, "counted");
    field(stored, "stored");
    problems = list(problems);
  }
}
