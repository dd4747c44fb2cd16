package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// Start the load at the given instant of the broker's clock, which every agent knows its distance
/// to. A repeat changes nothing.
public record StartRun(
    int schema, Instant at, String slave, long epoch, String run, Instant startAt)
    implements AgentCommand {

  public StartRun {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(startAt, "startAt");
  }
}
