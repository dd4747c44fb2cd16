package io.crowdbench.ui.monitor;

import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.ui.base.CrowdChart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a page keeps of a second, or of several: little, since a run may have many.
///
/// @param second the first of them
/// @param length how many seconds
/// @param at when it was merged or read
/// @param users how many there were at most
/// @param latency of all operations; absent when none ended
record Point(
    int second,
    int length,
    Instant at,
    int users,
    OutcomeCounts operations,
    OutcomeCounts transactions,
    @Nullable Percentiles latency)
    implements CrowdChart.Second {

  /// In microseconds.
  record Percentiles(long p50, long p90, long p99) {

    static Percentiles of(Latency latency) {
      return new Percentiles(latency.p50(), latency.p90(), latency.p99());
    }
  }

  static Point of(SecondMerged second) {
    var operations = overall(second, Kind.OPERATION);
    var transactions = overall(second, Kind.TRANSACTION);
    var latency = operations == null ? null : operations.latency();
    return new Point(
        second.second(),
        1,
        second.at(),
        second.users().stream().mapToInt(ActionUsers::active).sum(),
        operations == null ? OutcomeCounts.NONE : operations.counts(),
        transactions == null ? OutcomeCounts.NONE : transactions.counts(),
        latency == null ? null : Percentiles.of(latency));
  }

  /// The first second after it.
  int end() {
    return second + length;
  }

  private static @Nullable SeriesLine overall(SecondMerged second, Kind kind) {
    return second.lines().stream()
        .filter(line -> line.kind() == kind && line.action().equals(SeriesLine.ALL))
        .findFirst()
        .orElse(null);
  }
}
