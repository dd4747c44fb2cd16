package io.crowdbench.ui.home;

import io.crowdbench.ui.runs.ListedRun;
import io.crowdbench.ui.slaves.SlaveRow;
import java.util.List;

/// What a person would best do now, in one sentence.
final class NextStep {

  private NextStep() {}

  static String of(List<SlaveRow> slaves, List<ListedRun> runs) {
    if (slaves.isEmpty()) {
      return "Register a slave, a machine that Crowdbench can reach over SSH: crowdbench slaves add NAME USER@HOST";
    }
    var running = runs.stream().filter(run -> !run.state().ended()).findFirst();
    if (running.isPresent()) {
      return "Watch “" + running.get().name() + "”, which is under way.";
    }
    if (slaves.stream().noneMatch(SlaveRow::ready)) {
      return "Deploy the agent to a slave, since none is ready to carry load: crowdbench slaves install NAME";
    }
    if (runs.isEmpty()) {
      return "Upload actions, plan a run and start it; the slaves are ready: crowdbench bundles, plans and runs --help";
    }
    return "Read the latest run, or start the next one.";
  }
}
