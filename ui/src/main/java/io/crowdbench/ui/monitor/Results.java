package io.crowdbench.ui.monitor;

import io.crowdbench.api.CompletenessView;
import io.crowdbench.api.Result;
import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.messages.result.SeriesLine;
import java.util.List;

/// Results of runs, asked of results-service.
interface Results {

  /// The seconds of a run from one on, several in a point where they are many.
  ///
  /// @param slave id of a slave, or `*` for all together
  Result<List<Point>> points(String run, String slave, int from);

  Result<Summary> summary(String run, String slave);

  /// @param slave id of a slave, or `*` for all together
  Result<List<ErrorGroup>> errors(String run, String slave);

  /// Where load generators were overloaded.
  Result<List<OverloadGroup>> overload(String run);

  /// Examples of the failed operations of a group of errors, from all slaves where it is of all.
  Result<List<CapturedFailure>> failures(String run, ErrorGroup group);

  /// The last so many debug lines, oldest first.
  Result<LogPage> lastLogs(String run, int limit);

  Result<CompletenessView> completeness(String run);

  /// One line per kind, action and name, over the whole run.
  record Summary(List<SeriesLine> lines) {}

  /// @param written how many lines there were, kept or not
  record LogPage(long written, List<Logged> lines) {}

  /// A line that was kept.
  record Logged(DebugLine line) {}
}
