package io.crowdbench.runs.plan;

import io.crowdbench.messages.run.Arrivals;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.Spacing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Describes the steps of a plan in sentences, one after the other.
final class StepDescription {

  private final Map<String, Integer> users = new TreeMap<>();
  private Map<String, Arrivals> rates = Map.of();
  private int number;
  private long from;
  private boolean held;
  private boolean anybodyArrives;

  String of(PlanStep step) {
    number++;
    step.change().forEach((action, change) -> users.merge(action, change, Integer::sum));
    var sentence =
        "Step %d, from %s %s: %s; then %s."
            .formatted(
                number,
                held ? "there" : time(from),
                step.hold() ? "until somebody starts the next step" : "for " + time(step.millis()),
                changes(step),
                atWork(users));
    from += step.millis();
    held |= step.hold();
    rates = step.arrivals();
    return sentence;
  }

  boolean anybodyArrives() {
    return anybodyArrives;
  }

  private String changes(PlanStep step) {
    var parts = new ArrayList<String>();
    new TreeMap<>(step.change())
        .entrySet().stream()
            .filter(e -> e.getValue() != 0)
            .forEach(e -> parts.add(change(e.getKey(), e.getValue())));
    var actions = new TreeMap<>(rates);
    actions.putAll(step.arrivals());
    for (var action : actions.keySet()) {
      var arrivals = step.arrivals().getOrDefault(action, new Arrivals(0, Spacing.EVEN));
      var before = rates.get(action);
      if (arrivals.perSecond() > 0 || (before != null && before.perSecond() > 0)) {
        parts.add(rate(action, arrivals));
      }
    }
    new TreeMap<>(step.atOnce())
        .forEach((action, count) -> {
          anybodyArrives = true;
          parts.add(
              "a burst of %s at %s"
                  .formatted(count == 1 ? "1 user" : "%,d users".formatted(count), action));
        });
    if (parts.isEmpty()) {
      return "no change";
    }
    var ramp = step.rampMillis() > 0 ? "ramping over " + time(step.rampMillis()) + ": " : "";
    return ramp + String.join(", ", parts);
  }

  private static String change(String action, int change) {
    return change > 0
        ? count(change, "starts", "start") + " running " + action
        : count(-change, "stops", "stop") + " running " + action;
  }

  private String rate(String action, Arrivals arrivals) {
    anybodyArrives = true;
    var spacing = arrivals.spacing() == Spacing.POISSON ? " (Poisson)" : "";
    return arrivals.perSecond() == 0
        ? "no more users arrive at " + action
        : "users arrive at %s at %s/s%s".formatted(action, number(arrivals.perSecond()), spacing);
  }

  private static String count(int count, String one, String many) {
    return count == 1 ? "1 user " + one : "%,d users %s".formatted(count, many);
  }

  private static String atWork(Map<String, Integer> users) {
    int all = users.values().stream().mapToInt(Integer::intValue).sum();
    var each =
        users.entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> "%,d %s".formatted(e.getValue(), e.getKey()))
            .collect(Collectors.joining(", "));
    if (all == 0) {
      return "no closed-model users are left";
    }
    return "%s running (%s)".formatted(count(all, "is", "are"), each);
  }

  /// Without digits that say nothing.
  static String number(double value) {
    var rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }

  static String time(long millis) {
    long seconds = millis / 1_000;
    return seconds < 120
        ? seconds + " s"
        : "%d min%s".formatted(seconds / 60, seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
  }
}
