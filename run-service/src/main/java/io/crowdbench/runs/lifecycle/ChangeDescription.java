package io.crowdbench.runs.lifecycle;

import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Describes a change of the load in a sentence, for the record.
final class ChangeDescription {

  private ChangeDescription() {}

  static String of(Run run, LoadChangeRequest wanted) {
    int step = run.live().step() + 1;
    return switch (wanted.kind()) {
      case USERS ->
          new TreeMap<>(wanted.users())
                  .entrySet().stream()
                      .map(each -> users(each.getKey(), each.getValue()))
                      .collect(Collectors.joining(", "))
              + ".";
      case RATES ->
          new TreeMap<>(wanted.perSecond())
                  .entrySet().stream()
                      .map(each -> rate(each.getKey(), each.getValue()))
                      .collect(Collectors.joining(", "))
              + ", until the end of step "
              + step
              + ".";
      case PAUSE ->
          "The load is paused: users finish their current iteration and wait, and no users arrive.";
      case RESUME -> "The load is resumed.";
      case NEXT_STEP ->
          step == run.plan().steps().size()
              ? "Step %d, the last one, is ended early.".formatted(step)
              : "Step %d is ended early; step %d begins.".formatted(step, step + 1);
    };
  }

  private static String users(String action, int change) {
    int count = Math.abs(change);
    var users = count == 1 ? "1 user " : "%,d users ".formatted(count);
    var verb = change > 0 ? "start" : "stop";
    return users + verb + (count == 1 ? "s running " : " running ") + action;
  }

  private static String rate(String action, double perSecond) {
    return "users arrive at %s at %s/s"
        .formatted(action, BigDecimal.valueOf(perSecond).stripTrailingZeros().toPlainString());
  }
}
