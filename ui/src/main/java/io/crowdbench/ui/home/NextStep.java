package io.crowdbench.ui.home;

import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.runs.ListedRun;
import java.util.List;

/// What a person would best do now, in one sentence.
final class NextStep {

  private NextStep() {}

  static String of(List<SlaveView> slaves, List<ListedRun> runs) {
    if (slaves.isEmpty()) {
      return "Add a slave, a machine that Crowdbench can reach over SSH, on the page Slaves.";
    }
    var running = runs.stream().filter(run -> !run.state().ended()).findFirst();
    if (running.isPresent()) {
      return "Watch “" + running.get().name() + "”, which is under way.";
    }
    if (slaves.stream().noneMatch(SlaveView::ready)) {
      return "Install and start the agent on a slave: none is ready to carry load. The page Slaves says why.";
    }
    if (runs.isEmpty()) {
      return "Upload actions, plan a run and start it; the slaves are ready: crowdbench bundles, plans and runs --help";
    }
    return "Read the latest run, or start the next one.";
  }
}
