package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// The runner has started its load.
///
/// @param lateMillis how much later than the agreed instant, by the slave's corrected clock
/// @param clockBoundMillis how far off that correction may be at most
public record RunnerStarted(
    int schema,
    Instant at,
    String slave,
    long epoch,
    String run,
    double lateMillis,
    double clockBoundMillis)
    implements RunnerEvent {

  public RunnerStarted {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
  }
}
