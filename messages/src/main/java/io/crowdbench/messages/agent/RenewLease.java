package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// The run is alive and somebody watches over it. For all slaves at once: its `slave` is
/// [#EVERYBODY], and its epoch is 0. An agent that gets none for the length of its lease has its
/// runner's users finish, and says so. The broker's time of these messages is how run-service
/// learns the one clock.
public record RenewLease(int schema, Instant at, String slave, long epoch, String run)
    implements AgentCommand {

  /// Stands where a slave's id would.
  public static final String EVERYBODY = "*";

  public RenewLease {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
  }

  public static RenewLease of(int schema, Instant at, String run) {
    return new RenewLease(schema, at, EVERYBODY, 0, run);
  }
}
