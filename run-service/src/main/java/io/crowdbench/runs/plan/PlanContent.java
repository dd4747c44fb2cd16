package io.crowdbench.runs.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan as a person or tool sends it. Everything may be missing: that is for [PlanCheck] to say,
/// all at once.
///
/// @param name what people call it
/// @param bundle hash of the bundle with the actions
/// @param target base address of the site under test
/// @param slaves names or ids of the slaves
/// @param steps its stretches, in order
/// @param seed seed of all random choices; 1 unless said
/// @param drainSeconds how long users may take to finish at the end; 10 unless said
/// @param onLostSlave what happens when a slave is lost; the run ends unless said
public record PlanContent(
    @Nullable String name,
    @Nullable String bundle,
    @Nullable String target,
    @Nullable List<String> slaves,
    @Nullable List<Step> steps,
    @Nullable Long seed,
    @Nullable Integer drainSeconds,
    @Nullable OnLostSlave onLostSlave) {

  /// A stretch of the plan.
  ///
  /// @param seconds how long it lasts
  /// @param change users to add (or, negative, to take out) at its beginning, by the action's name
  public record Step(@Nullable Integer seconds, @Nullable Map<String, Integer> change) {}

  /// What a run does when one of its slaves falls silent.
  public enum OnLostSlave {
    /// It ends.
    END,
    /// It goes on with the others, and the gap is marked.
    GO_ON
  }
}
