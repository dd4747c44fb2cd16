package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// End the run now: users finish their transaction, bounded by the drain time; a runner that was
/// only prepared is ended. A repeat changes nothing.
///
/// @param reason a sentence for the log
public record StopRun(int schema, Instant at, String slave, long epoch, String run, String reason)
    implements AgentCommand {

  public StopRun {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(reason, "reason");
  }
}
