package io.crowdbench.api;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.sample.FinalCounters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A run, as run-service answers it.
///
/// @param words the plan in words
/// @param reason why it is in its state, or what it waits for
/// @param startAt second 0, once it is agreed
/// @param load its load as it is to be now
/// @param slaves its slaves and their parts in it
public record RunView(
    String id,
    String planId,
    RunPlan plan,
    String words,
    RunState state,
    @Nullable String reason,
    Instant createdAt,
    @Nullable Instant startAt,
    @Nullable Instant endedAt,
    LoadView load,
    List<RunSlaveView> slaves) {

  public RunView {
    load = Objects.requireNonNullElse(load, LoadView.PLANNED);
    slaves = Objects.requireNonNullElse(slaves, List.of());
  }

  /// @param step number of the step it has come to, from 0
  /// @param paused whether it stands still
  /// @param change number of the last change that was made; what was changed is in its events
  /// @param users how many users more (or, negative, fewer) than planned repeat each action
  /// @param perSecond how many users arrive in a second, where that was changed for the step
  public record LoadView(
      int step,
      boolean paused,
      long change,
      Map<String, Integer> users,
      Map<String, Double> perSecond) {

    public static final LoadView PLANNED = new LoadView(0, false, 0, Map.of(), Map.of());

    public LoadView {
      users = Objects.requireNonNullElse(users, Map.of());
      perSecond = Objects.requireNonNullElse(perSecond, Map.of());
    }
  }

  /// A slave's part in the run.
  ///
  /// @param epoch the start of its agent that carries the run
  /// @param state a word for how far its part has come, such as `RUNNING`; there may be new ones
  /// @param change number of the last change of the load that its runner has taken up
  /// @param problem why it was lost, if it was
  /// @param counters what its runner counted in all, once it has finished
  public record RunSlaveView(
      String id,
      String name,
      long epoch,
      String state,
      long change,
      @Nullable String problem,
      @Nullable FinalCounters counters) {}
}
