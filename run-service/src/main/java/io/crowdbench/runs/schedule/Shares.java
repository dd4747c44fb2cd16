package io.crowdbench.runs.schedule;

import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.run.RunPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Shares a plan out over its slaves.
///
/// The users of each action go to the slaves by largest remainder: all slaves weigh the same, so
/// each gets the whole part and the rest goes one by one to the slaves in order, beginning with
/// another slave for each action, so that not all rests fall on the first. A slave's share of `n`
/// users never shrinks when `n` grows: nobody is moved from one slave to another.
///
/// User ids are shared out without overlap: each slave gets as many as it ever needs at the same
/// time.
public final class Shares {

  private final RunPlan plan;
  private final List<List<ShareStep>> steps = new ArrayList<>();
  private final List<Integer> peaks = new ArrayList<>();

  public Shares(RunPlan plan) {
    this.plan = plan;
    plan.slaves().forEach(_ -> steps.add(new ArrayList<>()));
    var actions = List.copyOf(actions());
    var users = new TreeMap<String, Integer>();
    for (var step : plan.steps()) {
      step.change().forEach((action, change) -> users.merge(action, change, Integer::sum));
      for (int slave = 0; slave < plan.slaves().size(); slave++) {
        steps.get(slave).add(new ShareStep(step.millis(), share(slave, users, actions)));
      }
    }
    steps.forEach(own -> peaks.add(own.stream().mapToInt(Shares::users).max().orElse(0)));
  }

  private TreeSet<String> actions() {
    var actions = new TreeSet<String>();
    plan.steps().forEach(step -> actions.addAll(step.change().keySet()));
    return actions;
  }

  private Map<String, Integer> share(int slave, Map<String, Integer> users, List<String> actions) {
    int slaves = plan.slaves().size();
    var share = new HashMap<String, Integer>();
    users.forEach((action, count) -> {
      int turn = Math.floorMod(slave - actions.indexOf(action), slaves);
      share.put(action, count / slaves + (turn < count % slaves ? 1 : 0));
    });
    return share;
  }

  private static int users(ShareStep step) {
    return step.users().values().stream().mapToInt(Integer::intValue).sum();
  }

  /// How many ids all slaves need together. More than the plan's users at their peak only where
  /// slaves have their peaks at different times.
  public int userIdsNeeded() {
    return peaks.stream().mapToInt(Integer::intValue).sum();
  }

  /// The share of one slave.
  ///
  /// @param slave its position in the plan
  /// @param bundlePath where the bundle is on it
  public RunShare of(int slave, String bundlePath) {
    int firstId = peaks.subList(0, slave).stream().mapToInt(Integer::intValue).sum();
    return new RunShare(
        bundlePath,
        plan.target(),
        plan.seed() + slave,
        firstId,
        peaks.get(slave),
        steps.get(slave),
        plan.drainMillis(),
        slave == 0 ? List.copyOf(actions()) : List.of());
  }
}
