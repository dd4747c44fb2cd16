package io.crowdbench.messages.provisioning;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// A slave was taken out; its id is never used again. A repeat changes nothing.
public record SlaveRemoved(int schema, Instant at, SlaveState slave) implements SlaveEvent {

  public SlaveRemoved {
    field(at, "at");
    field(slave, "slave");
  }
}
