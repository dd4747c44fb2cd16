package io.crowdbench.messages.provisioning;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import java.time.Instant;
import java.util.List;

/// Published every second by each instance that keeps tunnels: while it is silent its slaves can't
/// be heard, whatever they do.
///
/// @param open ids of the slaves whose tunnels are open
/// @param broken ids of the slaves whose tunnels are to be opened again
public record TunnelsKept(
    int schema, Instant at, String provisioner, List<String> open, List<String> broken)
    implements TunnelEvent {

  public TunnelsKept {
    field(at, "at");
    field(provisioner, "provisioner");
    open = list(open);
    broken = list(broken);
  }
}
