package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// One slave's load began.
///
/// @param lateMillis how much later than the agreed instant, by its corrected clock
/// @param clockBoundMillis how far off that correction may be at most
public record RunSlaveStarted(
    int schema,
    Instant at,
    String run,
    long number,
    String slave,
    double lateMillis,
    double clockBoundMillis)
    implements RunEvent {

  public RunSlaveStarted {
    field(at, "at");
    field(run, "run");
    field(slave, "slave");
  }
}
