package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// An agent ends in order.
public record AgentGoodbye(int schema, Instant at, String slave, long epoch) implements AgentEvent {

  public AgentGoodbye {
    field(at, "at");
    field(slave, "slave");
  }
}
