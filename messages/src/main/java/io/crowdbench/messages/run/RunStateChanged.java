package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// A run came to another state.
///
/// @param reason a sentence for people: why, or what happens now
public record RunStateChanged(
    int schema, Instant at, String run, long number, RunState state, String reason)
    implements RunEvent {

  public RunStateChanged {
    field(at, "at");
    field(run, "run");
    field(state, "state");
    field(reason, "reason");
  }
}
