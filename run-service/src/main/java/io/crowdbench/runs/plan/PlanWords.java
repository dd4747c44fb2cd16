package io.crowdbench.runs.plan;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.messages.run.Visitors;
import io.crowdbench.runs.schedule.Shares;
import java.util.ArrayList;
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
                duration(plan)));
    var steps = new StepWords();
    plan.steps().forEach(step -> lines.add(steps.of(step)));
    new TreeMap<>(plan.bounds().iterations())
        .forEach((action, passes) ->
            lines.add(
                "Each user does %s %s at most; when nobody is left to do anything, the run ends."
                    .formatted(action, times(passes))));
    if (steps.anybodyArrives()) {
      lines.add(visitors(plan));
    }
    lines.add(
        "At the end all users finish what they are at, within %s; seed of all random choices: %d."
            .formatted(StepWords.time(plan.drainMillis()), plan.seed()));
    lines.add(
        "It takes %,d of the %,d user ids%s. If a slave is lost, the run %s."
            .formatted(
                new Shares(plan, fit.bundle().userIds()).userIdsNeeded(),
                fit.bundle().userIds(),
                steps.anybodyArrives() && plan.bounds().maxUsers() == null ? " or more" : "",
                fit.onLostSlave() == PlanContent.OnLostSlave.END
                    ? "ends"
                    : "goes on with the others"));
    return String.join("\n", lines);
  }

  private static String duration(RunPlan plan) {
    var time = StepWords.time(plan.durationMillis());
    return plan.steps().stream().anyMatch(RunPlan.PlanStep::hold) ? "at most " + time : time;
  }

  private static String times(int count) {
    return count == 1 ? "once" : "%,d times".formatted(count);
  }

  private static String visitors(RunPlan plan) {
    var who =
        plan.bounds().visitors() == Visitors.NEW
            ? "Each user who arrives is a new one, who begins, passes once and ends"
            : "A user who arrives is the one that has been away longest, or a new one while nobody is away; all end with the run";
    var most = plan.bounds().maxUsers();
    return "%s. %s; one too many is not started, and counted."
        .formatted(
            who,
            most == null
                ? "As many may be there at the same time as there are user ids"
                : "At most %,d of them may be there at the same time".formatted(most));
  }
}
