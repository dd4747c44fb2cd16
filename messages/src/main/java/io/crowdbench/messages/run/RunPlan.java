package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;
import static io.crowdbench.messages.Required.map;

import java.util.List;
import java.util.Map;

/// What a run was asked to do, as it was when the run was made.
///
/// @param name what people call it
/// @param bundle content hash of the bundle
/// @param target base address of the site under test
/// @param slaves the slaves that carry it
/// @param steps its stretches, in order
/// @param seed seed of all its random choices
/// @param drainMillis how long users may take to finish their last transaction
public record RunPlan(
    String name,
    String bundle,
    String target,
    List<RunSlave> slaves,
    List<PlanStep> steps,
    long seed,
    long drainMillis) {

  public RunPlan {
    field(name, "name");
    field(bundle, "bundle");
    field(target, "target");
    slaves = list(slaves);
    steps = list(steps);
  }

  /// How long the load lasts, without draining.
  public long durationMillis() {
    return steps.stream().mapToLong(PlanStep::millis).sum();
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
  /// @param millis how long it lasts
  /// @param change users added (or, negative, removed) at its beginning, by the action's name
  public record PlanStep(long millis, Map<String, Integer> change) {

    public PlanStep {
      change = map(change);
    }
  }
}
