package io.crowdbench.benchmarks.machine;

import java.util.ArrayList;
import java.util.List;

/// Which core carries what: the generator has the first one to itself, the site the others, so that
/// a generator is not charged for waiting for the site's turn.
public enum Cores {
  GENERATOR,
  SITE;

  private static final int COUNT = Runtime.getRuntime().availableProcessors();

  /// The command, bound to these cores where the machine has two and can do it.
  public List<String> bind(List<String> command) {
    if (COUNT < 2 || Programs.find("taskset").isEmpty()) {
      return command;
    }
    var cores = this == GENERATOR ? "0" : COUNT == 2 ? "1" : "1-" + (COUNT - 1);
    var bound = new ArrayList<>(List.of("taskset", "-c", cores));
    bound.addAll(command);
    return bound;
  }

  /// How they are shared, in words.
  public static String words() {
    return COUNT < 2 || Programs.find("taskset").isEmpty()
        ? "generator and site share the machine's cores"
        : "the generator is bound to one core, the site to the others";
  }
}
