package io.crowdbench.api;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.sample.FinalCounters;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A run.
///
/// @param words the plan in words
/// @param reason why it is in its state, or what it waits for
/// @param startAt second 0, once it is agreed
/// @param load how far its load has come
/// @param slaves its slaves and their parts in it
public record RunView(
    String id,
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

  /// @param step number of the step it is in, from 0
  public record LoadView(int step, boolean paused) {

    public static final LoadView PLANNED = new LoadView(0, false);
  }

  /// A slave's part in the run.
  ///
  /// @param problem why it was lost, if it was
  /// @param counters what its runner counted in all, once it has finished
  public record RunSlaveView(
      String id,
      String name,
      String state,
      @Nullable String problem,
      @Nullable FinalCounters counters) {}
}
