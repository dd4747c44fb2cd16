package io.crowdbench.runs.schedule;

import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.Visitors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shares a plan out over its slaves, always in the same way.
///
/// The users of each action go to the slaves in turn, beginning with another slave for each action,
/// so that not all rests fall on the first. Rates are divided evenly: evenly spaced users of all
/// slaves together are evenly spaced, and independent Poisson streams together are one.
///
/// User ids are shared out without overlap, all that there are: each slave gets as many as its
/// share of the plan needs at the same time, and an equal part of those to spare.
public final class Shares {

  private final RunPlan plan;
  private final int userIds;
  private final List<List<ShareStep>> steps = new ArrayList<>();
  private final List<Integer> needed = new ArrayList<>();
  private final int neededByAll;

  /// The first user id of each slave.
  private final int[] firstIds;

  /// @param userIds how many the bundle has
  public Shares(RunPlan plan, int userIds) {
    this(plan, userIds, Adjustment.NONE);
  }

  public Shares(RunPlan plan, int userIds, Adjustment adjustment) {
    this.plan = plan;
    this.userIds = userIds;
    for (int slave = 0; slave < plan.slaves().size(); slave++) {
      var own = new ShareSteps(plan, adjustment, slave).steps();
      steps.add(own);
      needed.add(maxClosedUsers(own) + visitorsNeeded(slave, own));
    }
    neededByAll = needed.stream().mapToInt(Integer::intValue).sum();
    firstIds = new int[plan.slaves().size()];
    for (int slave = 1; slave < firstIds.length; slave++) {
      firstIds[slave] = firstIds[slave - 1] + userIds(slave - 1);
    }
  }

  /// How many of the users who repeat their action are there at the same time.
  private static int maxClosedUsers(List<ShareStep> steps) {
    int most = 0;
    for (var step : steps) {
      // While some come and others go there may be all of both.
      int sum =
          step.users().entrySet().stream()
              .mapToInt(e -> {
                var ramp = step.ramps().get(e.getKey());
                return ramp == null ? e.getValue() : Math.max(ramp.from(), e.getValue());
              })
              .sum();
      most = Math.max(most, sum);
    }
    return most;
  }

  private int visitorsNeeded(int slave, List<ShareStep> steps) {
    var arrive = steps.stream().anyMatch(s -> !s.arrivals().isEmpty() || !s.atOnce().isEmpty());
    var most = plan.bounds().maxUsers();
    return !arrive ? 0 : most == null ? 1 : part(most, slave);
  }

  private int part(int all, int slave) {
    return new RoundRobin(slave, plan.slaves().size()).of(all);
  }

  /// How many ids all slaves need together.
  public int userIdsNeeded() {
    return neededByAll;
  }

  /// How many ids that slave needs.
  public int userIdsNeeded(int slave) {
    return needed.get(slave);
  }

  /// How many ids that slave gets.
  public int userIds(int slave) {
    return needed.get(slave) + part(Math.max(0, userIds - userIdsNeeded()), slave);
  }

  /// What that slave is to do.
  public List<ShareStep> steps(int slave) {
    return steps.get(slave);
  }

  /// The share of one slave.
  ///
  /// @param slave its position in the plan
  /// @param bundlePath where the bundle is on it
  public RunShare of(int slave, String bundlePath) {
    var bounds = plan.bounds();
    return new RunShare(
        bundlePath,
        plan.target(),
        plan.seed() + slave,
        firstIds[slave],
        userIds(slave),
        steps.get(slave),
        plan.drainMillis(),
        new Bounds(bounds.iterations(), bounds.maxMillis(), bounds.visitors(), maxUsers(slave)),
        slave == 0 ? List.copyOf(plan.actions()) : List.of());
  }

  /// Those who may return keep their ids, so the others must be left what they need.
  private @Nullable Integer maxUsers(int slave) {
    var most = plan.bounds().maxUsers();
    if (most != null) {
      return part(most, slave);
    }
    return plan.bounds().visitors() == Visitors.RETURNING
        ? userIds(slave) - maxClosedUsers(steps.get(slave))
        : null;
  }
}
