package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// The first slave came to another step of the run.
///
/// @param step number of the step, from 0
public record RunStepped(int schema, Instant at, String run, long number, int step)
    implements RunEvent {

  public RunStepped {
    field(at, "at");
    field(run, "run");
  }
}
