package io.crowdbench.ui.slaves;

import io.crowdbench.api.Result;
import io.crowdbench.api.Result.Failed;
import io.crowdbench.api.Result.Ok;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.util.Arrays;
import java.util.List;

/// A provisioner that always answers the same.
public record FakeSlaves(Result<List<SlaveRow>> all) implements Slaves {

  public static FakeSlaves of(SlaveRow... slaves) {
    return new FakeSlaves(new Ok<>(Arrays.asList(slaves)));
  }

  public static FakeSlaves away() {
    return new FakeSlaves(new Failed<>(0, List.of("Could not ask provisioner-service.")));
  }

  public static SlaveRow slave(String name, SlaveStage stage, String... problems) {
    return new SlaveRow(name, name, name + ".test", 22, stage, List.of(problems));
  }
}
