package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.sample.FinalCounters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run as the API shows it.
record RunView(
    String id,
    String planId,
    RunPlan plan,
    String words,
    RunState state,
    String reason,
    Instant createdAt,
    @Nullable Instant startAt,
    @Nullable Instant endedAt,
    List<SlaveView> slaves) {

  /// A slave's part in it.
  ///
  /// @param problem why it was lost, if it was
  /// @param counters what its runner counted in all, once it has finished
  record SlaveView(
      String id,
      String name,
      long epoch,
      MemberState state,
      @Nullable String problem,
      @Nullable FinalCounters counters) {}

  static RunView of(Run run) {
    return new RunView(
        run.id(),
        run.planId(),
        run.plan(),
        run.words(),
        run.state(),
        run.reason(),
        run.createdAt(),
        run.startAt(),
        run.endedAt(),
        run.members().stream().map(RunView::of).toList());
  }

  private static SlaveView of(Member member) {
    return new SlaveView(
        member.slave(),
        member.name(),
        member.epoch(),
        member.state(),
        member.problem(),
        member.counters());
  }
}
