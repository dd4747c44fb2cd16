package io.crowdbench.ui.slaves;

import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.ui.base.Answer;
import io.crowdbench.ui.base.Answer.Got;
import io.crowdbench.ui.base.Answer.Missing;
import java.util.Arrays;
import java.util.List;

/// A provisioner that always answers the same.
public record FakeSlaves(Answer<List<SlaveRow>> all) implements Slaves {

  public static FakeSlaves of(SlaveRow... slaves) {
    return new FakeSlaves(new Got<>(Arrays.asList(slaves)));
  }

  public static FakeSlaves away() {
    return new FakeSlaves(new Missing<>("Could not ask provisioner-service."));
  }

  public static SlaveRow slave(String name, SlaveStage stage, String... problems) {
    return new SlaveRow(name, name, name + ".test", 22, stage, List.of(problems));
  }
}
