package io.crowdbench.messages.provisioning;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// A slave was registered or came to another stage. A repeat changes nothing.
public record SlaveChanged(int schema, Instant at, SlaveState slave) implements SlaveEvent {

  public SlaveChanged {
    field(at, "at");
    field(slave, "slave");
  }
}
