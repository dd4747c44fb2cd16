package io.crowdbench.runs.lifecycle;

import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts a change of the load in words, for the record.
final class ChangeWords {

  private ChangeWords() {}

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
      case PAUSE -> "The load is paused: users finish their pass and wait, and nobody arrives.";
      case RESUME -> "The load goes on.";
      case NEXT_STEP ->
          step == run.plan().steps().size()
              ? "Step %d, the last one, is ended.".formatted(step)
              : "Step %d is ended; step %d begins.".formatted(step, step + 1);
    };
  }

  private static String users(String action, int change) {
    int count = Math.abs(change);
    var who = count == 1 ? "1 user " : "%,d users ".formatted(count);
    var verb = change > 0 ? "begin" : "stop";
    return who + verb + (count == 1 ? "s to " : " to ") + action;
  }

  private static String rate(String action, double perSecond) {
    return "%s users a second arrive to %s"
        .formatted(BigDecimal.valueOf(perSecond).stripTrailingZeros().toPlainString(), action);
  }
}
