package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// The runner has loaded the bundle and waits for the start.
public record RunnerReady(int schema, Instant at, String slave, long epoch, String run)
    implements RunnerEvent {

  public RunnerReady {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
  }
}
