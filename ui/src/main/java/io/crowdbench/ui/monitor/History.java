package io.crowdbench.ui.monitor;

import io.crowdbench.api.CompletenessView;
import io.crowdbench.api.Result;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.ui.runs.RunRow;
import io.crowdbench.ui.runs.Runs;
import java.util.List;

/// Everything there is of a run so far, as the services answered it. It takes a while to ask.
record History(
    Result<RunRow> run,
    Result<List<RunEvent>> events,
    Result<Results.LogPage> log,
    Result<CompletenessView> completeness,
    Result<List<OverloadGroup>> overload,
    OfSlave ofSlave) {

  /// What there is of one slave, or of all together.
  record OfSlave(
      String slave,
      Result<List<ErrorGroup>> errors,
      Result<List<Point>> points,
      Result<Results.Summary> summary) {

    static OfSlave ask(Results results, String run, String slave) {
      return new OfSlave(
          slave,
          results.errors(run, slave),
          results.points(run, slave, 0),
          results.summary(run, slave));
    }
  }

  static History ask(Runs runs, Results results, String run, String slave) {
    return new History(
        runs.one(run),
        runs.events(run),
        results.lastLogs(run, LogPane.MAX_SHOWN),
        results.completeness(run),
        results.overload(run),
        OfSlave.ask(results, run, slave));
  }

  static List<DebugLine> lines(Results.LogPage page) {
    return page.lines().stream().map(Results.Logged::line).toList();
  }
}
