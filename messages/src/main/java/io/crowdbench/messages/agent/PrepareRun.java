package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// Start a runner, load the bundle into it and wait for the start. Answered by [RunnerReady]; a
/// repeat is answered again and starts no second runner.
public record PrepareRun(
    int schema, Instant at, String slave, long epoch, String run, RunShare share)
    implements AgentCommand {

  public PrepareRun {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(share, "share");
  }
}
