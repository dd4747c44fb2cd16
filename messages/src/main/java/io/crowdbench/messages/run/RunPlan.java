package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;
import static io.crowdbench.messages.Required.map;
import static io.crowdbench.messages.Required.orElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crowdbench.messages.AddedLater;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a run was asked to do, as it was when the run was made.
///
/// @param name what people call it
/// @param bundle content hash of the bundle
/// @param target base address of the site under test
/// @param slaves the slaves that carry it
/// @param steps its stretches, in order
/// @param seed seed of all its random choices
/// @param drainMillis how long users may take to finish their last transaction
/// @param bounds what bounds it besides its steps
public record RunPlan(
    String name,
    String bundle,
    String target,
    List<RunSlave> slaves,
    List<PlanStep> steps,
    long seed,
    long drainMillis,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Bounds.None.class)
        Bounds bounds) {

  public RunPlan {
    field(name, "name");
    field(bundle, "bundle");
    field(target, "target");
    slaves = list(slaves);
    steps = list(steps);
    bounds = orElse(bounds, Bounds.NONE);
  }

  /// How long the load lasts, without draining and pauses; at most, if a step holds.
  public long durationMillis() {
    var most = orElse(bounds.maxMillis(), Long.MAX_VALUE);
    var holds = steps.stream().anyMatch(PlanStep::hold);
    var sum = steps.stream().mapToLong(PlanStep::millis).sum();
    return holds ? most : Math.min(sum, most);
  }

  /// The names of all actions that any step has, in order.
  public SortedSet<String> actions() {
    var actions = new TreeSet<String>();
    for (var step : steps) {
      actions.addAll(step.change.keySet());
      actions.addAll(step.arrivals.keySet());
      actions.addAll(step.atOnce.keySet());
    }
    return actions;
  }

  /// A slave that carries the run.
  public record RunSlave(String id, String name) {

    public RunSlave {
      field(id, "id");
      field(name, "name");
    }
  }

  /// A stretch of the run.
  ///
  /// @param millis how long it lasts; 0 if it holds
  /// @param change users added (or, negative, removed), by the action's name
  /// @param rampMillis how long that takes, evenly, and the way from the rates before to these; 0
  ///   for at once
  /// @param arrivals rates at which more users arrive, by the action's name; none of an action that
  ///   is not named
  /// @param atOnce users who arrive together at its beginning, by the action's name
  /// @param hold whether it lasts until somebody says that the next step begins
  public record PlanStep(
      long millis,
      Map<String, Integer> change,
      @AddedLater long rampMillis,
      @AddedLater Map<String, Arrivals> arrivals,
      @AddedLater Map<String, Integer> atOnce,
      @AddedLater boolean hold) {

    public PlanStep {
      change = map(change);
      arrivals = map(arrivals);
      atOnce = map(atOnce);
    }

    /// A step that only changes users, at its beginning.
    public PlanStep(long millis, Map<String, Integer> change) {
      this(millis, change, 0, Map.of(), Map.of(), false);
    }
  }
}
