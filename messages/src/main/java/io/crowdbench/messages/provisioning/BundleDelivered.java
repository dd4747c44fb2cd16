package io.crowdbench.messages.provisioning;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// The bundle that a run asked for is on the slave. A repeat changes nothing.
///
/// @param path absolute path of the bundle's jar on the slave
public record BundleDelivered(
    int schema, Instant at, SlaveState slave, String run, String bundle, String path)
    implements SlaveEvent {

  public BundleDelivered {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(bundle, "bundle");
    field(path, "path");
  }
}
