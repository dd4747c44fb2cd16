package io.crowdbench.messages.provisioning;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// Delete what a run left on the slave, but for the bundle. A repeat finds nothing and is well.
public record CleanUpRun(int schema, Instant at, String slave, String run) implements SlaveCommand {

  public CleanUpRun {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
  }
}
