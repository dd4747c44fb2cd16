package io.crowdbench.ui.slaves;

import io.crowdbench.api.Result;
import io.crowdbench.api.Result.Failed;
import io.crowdbench.api.Result.Ok;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.util.Arrays;
import java.util.List;

/// A provisioner that always answers the same.
public record FakeSlaves(Result<List<SlaveView>> all) implements Slaves {

  public static FakeSlaves of(SlaveView... slaves) {
    return new FakeSlaves(new Ok<>(Arrays.asList(slaves)));
  }

  public static FakeSlaves away() {
    return new FakeSlaves(new Failed<>(0, List.of("Could not ask provisioner-service.")));
  }

  public static SlaveView slave(String name, SlaveStage stage, String... problems) {
    return new SlaveView(name, name, name + ".test", 22, stage, List.of(problems));
  }
}
