package io.crowdbench.runs.plan;

import io.crowdbench.kit.Problem;
import java.util.ArrayList;
import java.util.List;

/// All that is found wrong with a plan, in the order in which it is found.
final class PlanProblems {

  private final List<Problem> found = new ArrayList<>();

  /// @param path names of fields and indices, from the plan to what is wrong; none for the plan as
  ///   a whole
  void add(String sentence, Object... path) {
    found.add(Problem.of(sentence, path));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
