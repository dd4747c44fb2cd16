package io.crowdbench.messages.provisioning;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// The bundle that a run asked for could not be brought to the slave.
///
/// @param problem what was tried, on what, what came back, what to do
public record BundleNotDelivered(
    int schema, Instant at, SlaveState slave, String run, String bundle, String problem)
    implements SlaveEvent {

  public BundleNotDelivered {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(bundle, "bundle");
    field(problem, "problem");
  }
}
