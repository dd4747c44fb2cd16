package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// The runner came to another step, took up a change of its load, or began to drain. A later one
/// replaces it.
///
/// @param step number of the step it is in, from 0; the number of steps after the last one
/// @param change number of the last change it has taken up; 0 for none
/// @param draining true once its load has ended and users finish what they are at
public record RunnerProgress(
    int schema,
    Instant at,
    String slave,
    long epoch,
    String run,
    int step,
    long change,
    boolean draining)
    implements RunnerEvent {

  public RunnerProgress {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
  }
}
