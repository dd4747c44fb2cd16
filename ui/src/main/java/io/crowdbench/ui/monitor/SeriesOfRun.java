package io.crowdbench.ui.monitor;

import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.ui.monitor.Point.Percentiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A window of a run in steps, in columns, as results-service answers it.
///
/// @param at when it was read
/// @param to the first second that is not in it
/// @param resolution how many seconds a step has
/// @param seconds the second each step begins at
/// @param users by action
record SeriesOfRun(
    Instant at,
    int to,
    int resolution,
    List<Integer> seconds,
    Map<String, List<Integer>> users,
    List<Column> series) {

  /// One line.
  record Column(
      String kind,
      String action,
      @Nullable List<Long> passed,
      @Nullable List<Long> failed,
      @Nullable List<Long> incomplete,
      @Nullable Times latency) {

    OutcomeCounts counts(int step) {
      return new OutcomeCounts(at(passed, step), at(failed, step), at(incomplete, step));
    }
  }

  /// In microseconds.
  record Times(Map<String, List<@Nullable Long>> percentiles) {

    @Nullable Percentiles at(int step) {
      var p50 = value("50", step);
      var p90 = value("90", step);
      var p99 = value("99", step);
      return p50 == null || p90 == null || p99 == null ? null : new Percentiles(p50, p90, p99);
    }

    private @Nullable Long value(String percentile, int step) {
      var column = percentiles.getOrDefault(percentile, List.of());
      return step < column.size() ? column.get(step) : null;
    }
  }

  List<Point> points() {
    var operations = column("OPERATION");
    var transactions = column("TRANSACTION");
    var points = new ArrayList<Point>();
    for (int step = 0; step < seconds.size(); step++) {
      int index = step;
      int second = seconds.get(step);
      points.add(
          new Point(
              second,
              Math.max(1, Math.min(resolution, to - second)),
              at,
              users.values().stream().mapToInt(it -> it.size() > index ? it.get(index) : 0).sum(),
              operations == null ? OutcomeCounts.NONE : operations.counts(step),
              transactions == null ? OutcomeCounts.NONE : transactions.counts(step),
              operations == null || operations.latency() == null
                  ? null
                  : operations.latency().at(step)));
    }
    return points;
  }

  private @Nullable Column column(String kind) {
    return series.stream().filter(it -> it.kind().equals(kind)).findFirst().orElse(null);
  }

  private static long at(@Nullable List<Long> column, int step) {
    return column == null || step >= column.size() ? 0 : column.get(step);
  }
}
