package io.crowdbench.ui.slaves;

import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import java.util.List;

/// A slave as the provisioner answers it, as far as the pages show it.
public record SlaveRow(
    String id, String name, String host, int port, SlaveStage stage, List<String> problems) {

  static SlaveRow of(SlaveState state) {
    return new SlaveRow(
        state.id(), state.name(), state.host(), state.port(), state.stage(), state.problems());
  }

  public boolean ready() {
    return stage == SlaveStage.READY;
  }

  String address() {
    return host + ":" + port;
  }
}
