package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// The runner could not be prepared or died.
///
/// @param problem what was tried, on what, what came back, what to do
public record RunnerFailed(
    int schema, Instant at, String slave, long epoch, String run, String problem)
    implements RunnerEvent {

  public RunnerFailed {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(problem, "problem");
  }
}
