package io.crowdbench.runs.inventory;

import io.crowdbench.messages.provisioning.SlaveStage;

/// A slave as the provisioner last told of it.
public record KnownSlave(String id, String name, SlaveStage stage, long epoch) {

  public boolean ready() {
    return stage == SlaveStage.READY;
  }
}
