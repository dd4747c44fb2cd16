package io.crowdbench.runs.inventory;

import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/// A slave as the provisioner last told of it.
public record KnownSlave(
    @Id String id, @Version @Nullable Integer version, String name, SlaveStage stage, long epoch) {

  static KnownSlave of(SlaveState state) {
    return new KnownSlave(state.id(), null, state.name(), state.stage(), state.epoch());
  }

  KnownSlave now(SlaveState state) {
    return new KnownSlave(id, version, state.name(), state.stage(), state.epoch());
  }

  public boolean ready() {
    return stage == SlaveStage.READY;
  }
}
