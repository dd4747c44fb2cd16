package io.crowdbench.agent.schedule;

import io.crowdbench.messages.agent.RunShare.ShareStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Follows the steps of a slave's share as time goes by. What is due when follows from the steps,
/// the changes and the seed alone: being told late of the time makes nothing later. All times are
/// the run's, in nanoseconds. One thread only.
public final class Schedule {

  /// Who does what is due.
  public interface Crowd {

    /// As many users repeat each action from now on; none of an action that is not named.
    void become(Map<String, Integer> users);

    /// One more user of the action arrives.
    ///
    /// @param due when it was to arrive, at or before now
    void arrive(String action, long due);
  }

  private final long seed;
  private final Map<String, ArrivalStream> streams = new TreeMap<>();
  private List<ShareStep> steps;
  private int step;
  private long stepStart;
  private long now;
  private boolean entering = true;

  /// When how many repeat each action must be looked at again.
  private long usersDue;

  /// @param seed of the random distances between arrivals
  public Schedule(List<ShareStep> steps, long seed) {
    this.steps = steps;
    this.seed = seed;
    if (!isOver()) {
      beginRates(0);
    }
  }

  /// The number of the step, from 0; the number of steps once all are over.
  public int step() {
    return step;
  }

  public boolean isOver() {
    return step >= steps.size();
  }

  /// The time up to which all is done.
  public long now() {
    return now;
  }

  /// Does all that is due up to that time.
  public void advance(long time, Crowd crowd) {
    while (!isOver()) {
      enter(crowd);
      var end = stepEnd();
      arriveUntil(Math.min(time, end), crowd);
      now = Math.max(now, Math.min(time, end));
      if (end > time) {
        break;
      }
      leave(step + 1, end);
    }
    if (!isOver() && now >= usersDue) {
      crowd.become(UserCounts.at(steps.get(step), millisInStep()));
      // Rounded up: a nanosecond too early it would not be due yet.
      usersDue = time(Math.ceil(UserCounts.nextChange(steps.get(step), millisInStep()) * 1e6));
    }
  }

  /// When there is something to do next.
  public long nextDue() {
    return Math.min(nextArrival(), nextTurn());
  }

  /// When the next one arrives in this step, if none of its turns comes before.
  public long nextArrival() {
    var due = Long.MAX_VALUE;
    for (var stream : streams.values()) {
      due = Math.min(due, time(stream.due()));
    }
    return due;
  }

  /// When there is something else to do than to let users arrive: other users who repeat an action,
  /// or another step.
  public long nextTurn() {
    return isOver() ? now : Math.min(stepEnd(), usersDue);
  }

  /// The steps are others now.
  ///
  /// @param reached the step that must have been reached
  public void change(List<ShareStep> others, int reached) {
    if (isOver()) {
      return;
    }
    if (reached > step) {
      steps = others;
      leave(reached, now);
    } else {
      double inStep = now - stepStart;
      streams.values().forEach(stream -> stream.end(inStep));
      steps = others;
      beginRates(inStep);
    }
  }

  /// Whether anybody is still to come, by plan.
  public boolean bringsMore() {
    if (isOver()) {
      return false;
    }
    var here = steps.get(step);
    var users = new HashMap<>(UserCounts.at(here, millisInStep()));
    if (UserCounts.grows(users, here) || here.hold() || !here.arrivals().isEmpty()) {
      return true;
    }
    users.putAll(here.users());
    for (var later : steps.subList(step + 1, steps.size())) {
      if (UserCounts.grows(users, later)
          || later.hold()
          || !later.arrivals().isEmpty()
          || !later.atOnce().isEmpty()) {
        return true;
      }
      users.putAll(later.users());
    }
    return false;
  }

  private void enter(Crowd crowd) {
    if (entering) {
      entering = false;
      new TreeMap<>(steps.get(step).atOnce())
          .forEach((action, count) -> {
            for (int i = 0; i < count; i++) {
              crowd.arrive(action, stepStart);
            }
          });
    }
  }

  private void leave(int next, long time) {
    double inStep = time - stepStart;
    streams.values().forEach(stream -> stream.end(inStep));
    step = next;
    stepStart = time;
    now = time;
    entering = true;
    if (!isOver()) {
      beginRates(0);
    }
  }

  private void beginRates(double inStep) {
    usersDue = Long.MIN_VALUE;
    var here = steps.get(step);
    new TreeMap<>(here.arrivals())
        .forEach((action, arrivals) ->
            streams
                .computeIfAbsent(action, _ -> new ArrivalStream(action, seed))
                .begin(arrivals, here.rampMillis() * 1e6, inStep));
  }

  private void arriveUntil(long time, Crowd crowd) {
    while (true) {
      ArrivalStream first = null;
      var due = Long.MAX_VALUE;
      for (var each : streams.values()) {
        var own = time(each.due());
        if (own < due) {
          due = own;
          first = each;
        }
      }
      if (first == null || due > time) {
        return;
      }
      first.arrived();
      crowd.arrive(first.action(), due);
    }
  }

  private long stepEnd() {
    var here = steps.get(step);
    return here.hold() ? Long.MAX_VALUE : stepStart + here.millis() * 1_000_000;
  }

  private double millisInStep() {
    return (now - stepStart) / 1e6;
  }

  private long time(double nanosInStep) {
    return nanosInStep > 9e18 ? Long.MAX_VALUE : stepStart + Math.round(nanosInStep);
  }
}
