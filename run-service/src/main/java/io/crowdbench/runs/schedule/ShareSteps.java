package io.crowdbench.runs.schedule;

import static java.util.Objects.requireNonNullElse;

import io.crowdbench.messages.agent.RunShare.ShareArrivals;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.agent.RunShare.UserRamp;
import io.crowdbench.messages.run.Arrivals;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.Spacing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The steps of a plan as one slave is to do them.
final class ShareSteps {

  private final RunPlan plan;
  private final Adjustment adjustment;
  private final int slave;
  private final List<String> actions;

  ShareSteps(RunPlan plan, Adjustment adjustment, int slave) {
    this.plan = plan;
    this.adjustment = adjustment;
    this.slave = slave;
    this.actions = List.copyOf(plan.actions());
  }

  List<ShareStep> steps() {
    var steps = new ArrayList<ShareStep>();
    var planned = new TreeMap<String, Integer>();
    for (int i = 0; i < plan.steps().size(); i++) {
      var before = adjusted(planned);
      plan.steps().get(i).change().forEach((action, n) -> planned.merge(action, n, Integer::sum));
      steps.add(step(i, i == 0 ? Map.of() : before, adjusted(planned)));
    }
    return steps;
  }

  /// How many there are of each action on all slaves.
  private Map<String, Integer> adjusted(Map<String, Integer> planned) {
    var users = new TreeMap<>(planned);
    adjustment.users().forEach((action, more) -> users.merge(action, more, Integer::sum));
    users.replaceAll((_, count) -> Math.max(0, count));
    return users;
  }

  private ShareStep step(int index, Map<String, Integer> before, Map<String, Integer> after) {
    var step = plan.steps().get(index);
    var users = new HashMap<String, Integer>();
    var ramps = new HashMap<String, UserRamp>();
    after.forEach((action, to) -> {
      int from = before.getOrDefault(action, 0);
      users.put(action, roundRobin(action).of(to));
      if (step.rampMillis() > 0 && from != to) {
        ramps.put(action, roundRobin(action).ramp(from, to, step.rampMillis()));
      }
    });
    var atOnce = new HashMap<String, Integer>();
    step.atOnce().forEach((action, count) -> atOnce.put(action, roundRobin(action).of(count)));
    return new ShareStep(
        step.millis(), users, step.rampMillis(), ramps, arrivals(index, step), atOnce, step.hold());
  }

  private Map<String, ShareArrivals> arrivals(int index, PlanStep step) {
    var arrivals = new HashMap<String, ShareArrivals>();
    var before = index == 0 ? Map.<String, Arrivals>of() : plan.steps().get(index - 1).arrivals();
    for (var action : actions) {
      var planned = step.arrivals().get(action);
      var set = adjustment.rate(index, action);
      var from = rate(index - 1, action, before.get(action));
      var to = rate(index, action, planned);
      var ramps = step.rampMillis() > 0 && set == null;
      if (to > 0 || (ramps && from > 0)) {
        var spacing = planned == null ? before.get(action) : planned;
        arrivals.put(
            action,
            new ShareArrivals(
                (ramps ? from : to) / plan.slaves().size(),
                to / plan.slaves().size(),
                spacing == null ? Spacing.EVEN : spacing.spacing(),
                roundRobin(action).phase()));
      }
    }
    return arrivals;
  }

  private double rate(int index, String action, @Nullable Arrivals planned) {
    var set = adjustment.rate(index, action);
    return requireNonNullElse(set, planned == null ? 0.0 : planned.perSecond());
  }

  /// Each action begins with another slave, so that not all rests fall on the first.
  private RoundRobin roundRobin(String action) {
    int slaves = plan.slaves().size();
    return new RoundRobin(Math.floorMod(slave - actions.indexOf(action), slaves), slaves);
  }
}
