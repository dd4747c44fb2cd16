package io.crowdbench.api;

import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import java.util.List;

/// A slave, without its secrets.
///
/// @param problems what went wrong last, one sentence each; empty when nothing did
public record SlaveView(
    String id, String name, String host, int port, SlaveStage stage, List<String> problems) {

  /// The same as the topic `slave-events` has it.
  public static SlaveView of(SlaveState state) {
    return new SlaveView(
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
