package io.crowdbench.runs.lifecycle;

import io.crowdbench.api.RunView;
import io.crowdbench.api.RunView.LoadView;
import io.crowdbench.api.RunView.RunSlaveView;
import java.util.Map;

/// Makes what the API answers of a run.
final class RunViews {

  private RunViews() {}

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
        of(run.live()),
        run.members().stream().map(RunViews::of).toList());
  }

  private static LoadView of(LoadState live) {
    var rates = live.adjustment().ratesStep() == live.step() ? live.adjustment().rates() : null;
    return new LoadView(
        live.step(),
        live.paused(),
        live.change(),
        live.adjustment().users(),
        rates == null ? Map.of() : rates);
  }

  private static RunSlaveView of(Member member) {
    return new RunSlaveView(
        member.slave(),
        member.name(),
        member.epoch(),
        member.state().name(),
        member.change(),
        member.problem(),
        member.counters());
  }
}
