package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// Every slave is ready and was told the common instant of the start.
///
/// @param startAt second 0 of the run, by the broker's clock
public record RunScheduled(int schema, Instant at, String run, long number, Instant startAt)
    implements RunEvent {

  public RunScheduled {
    field(at, "at");
    field(run, "run");
    field(startAt, "startAt");
  }
}
