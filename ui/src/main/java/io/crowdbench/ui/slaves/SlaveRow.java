package io.crowdbench.ui.slaves;

import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import java.util.List;

/// A slave as the pages show it, kept up to date by its events.
///
/// @param problems what went wrong last, one sentence each; empty when nothing did
public record SlaveRow(
    String id, String name, String host, int port, SlaveStage stage, List<String> problems) {

  static SlaveRow of(SlaveView slave) {
    return new SlaveRow(
        slave.id(), slave.name(), slave.host(), slave.port(), slave.stage(), slave.problems());
  }

  static SlaveRow of(SlaveState state) {
    return new SlaveRow(
        state.id(), state.name(), state.host(), state.port(), state.stage(), state.problems());
  }

  /// Whether it can carry a run.
  public boolean ready() {
    return stage == SlaveStage.READY;
  }

  public String address() {
    return host + ":" + port;
  }
}
