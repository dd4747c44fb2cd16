package io.crowdbench.messages.provisioning;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// Bring the bundle to the slave unless it is there. A repeat is answered again and copies nothing.
public record DeliverBundle(int schema, Instant at, String slave, String run, String bundle)
    implements SlaveCommand {

  public DeliverBundle {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(bundle, "bundle");
  }
}
