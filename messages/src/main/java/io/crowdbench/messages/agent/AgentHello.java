package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// An agent has started and listens for commands.
///
/// @param version version of the agent
/// @param pid its process id on the slave
public record AgentHello(int schema, Instant at, String slave, long epoch, String version, long pid)
    implements AgentEvent {

  public AgentHello {
    field(at, "at");
    field(slave, "slave");
    field(version, "version");
  }
}
