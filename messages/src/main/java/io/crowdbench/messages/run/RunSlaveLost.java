package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// One slave fell silent, or its runner failed, while the run needed it.
///
/// @param problem what happened, on which slave, what to do
public record RunSlaveLost(
    int schema, Instant at, String run, long number, String slave, String problem)
    implements RunEvent {

  public RunSlaveLost {
    field(at, "at");
    field(run, "run");
    field(slave, "slave");
    field(problem, "problem");
  }
}
