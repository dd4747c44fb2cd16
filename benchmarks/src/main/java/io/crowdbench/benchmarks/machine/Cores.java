package io.crowdbench.benchmarks.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Which core carries what: the generator has the first one to itself, the site the others, so that
/// a generator is not charged for waiting for the site's turn.
public enum Cores {
  GENERATOR,
  SITE;

  /// Of the machine: taken before this process is bound itself.
  private static final int COUNT = Runtime.getRuntime().availableProcessors();

  /// The command, bound to these cores where the machine has two and can do it.
  public List<String> bind(List<String> command) {
    if (!areApart()) {
      return command;
    }
    var bound = new ArrayList<>(List.of("taskset", "-c", numbers()));
    bound.addAll(command);
    return bound;
  }

  /// Binds this process, too, and what it starts unless that is bound to others.
  public void bindSelf() throws IOException, InterruptedException {
    if (areApart()) {
      var self = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder("taskset", "--all-tasks", "--cpu-list", "--pid", numbers(), self)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start()
          .waitFor();
    }
  }

  private String numbers() {
    return this == GENERATOR ? "0" : COUNT == 2 ? "1" : "1-" + (COUNT - 1);
  }

  private static boolean areApart() {
    return COUNT >= 2 && Programs.find("taskset").isPresent();
  }

  /// How they are shared, in words.
  public static String words() {
    return areApart()
        ? "the generator is bound to one core, the site and the broker to the others"
        : "generator and site share the machine's cores";
  }
}
