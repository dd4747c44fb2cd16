package io.crowdbench.agent.journal;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;

/// What is counted together: one kind, action, name and outcome.
public record SeriesKey(Kind kind, String action, String name, Outcome outcome) {

  /// The same as `equals`, without a key to compare with.
  public boolean is(Kind otherKind, String otherAction, String otherName, Outcome otherOutcome) {
    return kind == otherKind
        && outcome == otherOutcome
        && name.equals(otherName)
        && action.equals(otherAction);
  }
}
