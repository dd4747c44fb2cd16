package io.crowdbench.runs.plan;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.runs.schedule.Shares;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts a plan in words, so that a person can see that it is what was meant.
final class PlanWords {

  private PlanWords() {}

  static String of(CheckedPlan.Fit fit) {
    var plan = fit.plan();
    var lines = new ArrayList<String>();
    lines.add(
        "%s: a crowd with the actions of bundle %s loads %s from %s for %s."
            .formatted(
                plan.name(),
                fit.bundle().name(),
                plan.target(),
                plan.slaves().stream().map(RunSlave::name).collect(Collectors.joining(" and ")),
                time(plan.durationMillis())));
    addSteps(plan, lines);
    lines.add(
        "At the end all users finish what they are at, within %s; seed of all random choices: %d."
            .formatted(time(plan.drainMillis()), plan.seed()));
    lines.add(
        "It takes %,d of the %,d user ids. If a slave is lost, the run %s."
            .formatted(
                new Shares(plan).userIdsNeeded(),
                fit.bundle().userIds(),
                fit.onLostSlave() == PlanContent.OnLostSlave.END
                    ? "ends"
                    : "goes on with the others"));
    return String.join("\n", lines);
  }

  private static void addSteps(RunPlan plan, ArrayList<String> lines) {
    var users = new TreeMap<String, Integer>();
    long from = 0;
    for (int i = 0; i < plan.steps().size(); i++) {
      var step = plan.steps().get(i);
      step.change().forEach((action, change) -> users.merge(action, change, Integer::sum));
      lines.add(
          "Step %d, from %s for %s: %s; then %s."
              .formatted(
                  i + 1,
                  time(from),
                  time(step.millis()),
                  changes(new TreeMap<>(step.change())),
                  atWork(users)));
      from += step.millis();
    }
  }

  private static String changes(Map<String, Integer> change) {
    var words =
        change.entrySet().stream()
            .filter(e -> e.getValue() != 0)
            .map(PlanWords::change)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "all stay" : words;
  }

  private static String change(Map.Entry<String, Integer> change) {
    int count = change.getValue();
    return count > 0
        ? "%,d users begin to %s".formatted(count, change.getKey())
        : "%,d users stop to %s".formatted(-count, change.getKey());
  }

  private static String atWork(Map<String, Integer> users) {
    int all = users.values().stream().mapToInt(Integer::intValue).sum();
    var each =
        users.entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> "%,d %s".formatted(e.getValue(), e.getKey()))
            .collect(Collectors.joining(", "));
    return all == 0 ? "nobody is at work" : "%,d users are at work (%s)".formatted(all, each);
  }

  private static String time(long millis) {
    long seconds = millis / 1_000;
    return seconds < 120
        ? seconds + " s"
        : "%d min%s".formatted(seconds / 60, seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
  }
}
