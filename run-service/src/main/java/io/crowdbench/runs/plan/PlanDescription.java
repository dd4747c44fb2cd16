package io.crowdbench.runs.plan;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.messages.run.Visitors;
import io.crowdbench.runs.schedule.Shares;
import java.util.ArrayList;
import java.util.TreeMap;

/// Describes a plan in sentences, so that a person can see that it is what was meant.
final class PlanDescription {

  private static final int MAX_NAMED = 5;

  private PlanDescription() {}

  static String of(CheckedPlan.Fit fit) {
    var plan = fit.plan();
    var lines = new ArrayList<String>();
    lines.add(
        "%s: a crowd with the actions of bundle %s loads %s from %s for %s."
            .formatted(
                plan.name(),
                fit.bundle().name(),
                Target.shown(plan.target()),
                slaves(plan),
                duration(plan)));
    var steps = new StepDescription();
    plan.steps().forEach(step -> lines.add(steps.of(step)));
    new TreeMap<>(plan.bounds().iterations())
        .forEach((action, passes) ->
            lines.add(
                "Each user runs %s for at most %s; once no user is left, the run ends."
                    .formatted(action, times(passes))));
    if (steps.anybodyArrives()) {
      lines.add(visitors(plan));
    }
    lines.add(
        "At the end all users finish their current iteration, within %s. Seed of all random choices: %d."
            .formatted(StepDescription.time(plan.drainMillis()), plan.seed()));
    lines.add(
        "The plan needs %,d of the %,d user ids%s. If a slave is lost, the run %s."
            .formatted(
                new Shares(plan, fit.bundle().userIds()).userIdsNeeded(),
                fit.bundle().userIds(),
                steps.anybodyArrives() && plan.bounds().maxUsers() == null ? " or more" : "",
                fit.onLostSlave() == PlanContent.OnLostSlave.END
                    ? "ends"
                    : "goes on with the others"));
    return String.join("\n", lines);
  }

  private static String slaves(RunPlan plan) {
    var names = plan.slaves().stream().map(RunSlave::name).toList();
    return names.size() <= MAX_NAMED
        ? String.join(" and ", names)
        : "%,d slaves (%s and %,d more)"
            .formatted(
                names.size(),
                String.join(", ", names.subList(0, MAX_NAMED)),
                names.size() - MAX_NAMED);
  }

  private static String duration(RunPlan plan) {
    var time = StepDescription.time(plan.durationMillis());
    return plan.steps().stream().anyMatch(RunPlan.PlanStep::hold) ? "at most " + time : time;
  }

  private static String times(int count) {
    return count == 1 ? "1 iteration" : "%,d iterations".formatted(count);
  }

  private static String visitors(RunPlan plan) {
    var who =
        plan.bounds().visitors() == Visitors.NEW
            ? "Each arrival is a new user, who runs one iteration"
            : "Each arrival is the user that has been away longest, or a new one while no user is away; all stay to the end of the run";
    var most = plan.bounds().maxUsers();
    return "%s. %s; arrivals over the limit are dropped and counted."
        .formatted(
            who,
            most == null
                ? "The limit is the number of user ids"
                : "At most %,d may be there at the same time".formatted(most));
  }
}
