package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.sample.FinalCounters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    LoadView load,
    List<SlaveView> slaves) {

  /// Its load as it is to be now.
  ///
  /// @param step number of the step it has come to, from 0
  /// @param paused whether it stands still
  /// @param change number of the last change that was made; what was changed is in its events
  /// @param users how many users more (or, negative, fewer) than planned repeat each action
  /// @param perSecond how many users arrive in a second, where that was changed for the step
  record LoadView(
      int step,
      boolean paused,
      long change,
      Map<String, Integer> users,
      Map<String, Double> perSecond) {}

  /// A slave's part in it.
  ///
  /// @param change number of the last change of the load that its runner has taken up
  /// @param problem why it was lost, if it was
  /// @param counters what its runner counted in all, once it has finished
  record SlaveView(
      String id,
      String name,
      long epoch,
      MemberState state,
      long change,
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
        load(run.live()),
        run.members().stream().map(RunView::of).toList());
  }

  private static LoadView load(LoadState live) {
    var rates = live.adjustment().ratesStep() == live.step() ? live.adjustment().rates() : null;
    return new LoadView(
        live.step(),
        live.paused(),
        live.change(),
        live.adjustment().users(),
        rates == null ? Map.of() : rates);
  }

  private static SlaveView of(Member member) {
    return new SlaveView(
        member.slave(),
        member.name(),
        member.epoch(),
        member.state(),
        member.change(),
        member.problem(),
        member.counters());
  }
}
