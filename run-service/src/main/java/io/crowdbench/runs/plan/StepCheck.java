package io.crowdbench.runs.plan;

import static java.util.Objects.requireNonNullElse;

import io.crowdbench.runs.inventory.KnownBundle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Checks the steps of a plan one after the other, keeping count of the users.
final class StepCheck {

  private final @Nullable KnownBundle bundle;
  private final List<String> problems;
  private final Map<String, Integer> users = new TreeMap<>();
  private final TreeSet<String> unknown = new TreeSet<>();
  private int most;

  StepCheck(@Nullable KnownBundle bundle, List<String> problems) {
    this.bundle = bundle;
    this.problems = problems;
  }

  void check(List<PlanContent.Step> steps) {
    if (steps.isEmpty()) {
      problems.add("The plan has no steps. It needs at least one with users in it.");
      return;
    }
    for (int number = 1; number <= steps.size(); number++) {
      check(number, steps.get(number - 1));
    }
    if (most == 0) {
      problems.add("The plan never has a user at work. Add users in one of its steps.");
    }
  }

  private void check(int number, PlanContent.Step step) {
    var seconds = requireNonNullElse(step.seconds(), 0);
    if (seconds < 1) {
      problems.add("Step " + number + " lasts " + seconds + " seconds. It must last at least 1.");
    }
    requireNonNullElse(step.change(), Map.<String, Integer>of())
        .forEach((action, change) -> check(number, action, change));
    most = Math.max(most, users.values().stream().mapToInt(Integer::intValue).sum());
  }

  private void check(int number, String action, @Nullable Integer change) {
    if (bundle != null && !bundle.actionNames().contains(action) && unknown.add(action)) {
      problems.add(
          "There is no action %s in bundle %s. It has %s."
              .formatted(action, bundle.name(), String.join(", ", bundle.actionNames())));
    }
    int before = users.getOrDefault(action, 0);
    int after = before + requireNonNullElse(change, 0);
    if (after < 0) {
      problems.add(
          "Step %d takes out %d users of %s, but only %d are at work then."
              .formatted(number, before - after, action, before));
    }
    users.put(action, Math.max(0, after));
  }
}
