package io.crowdbench.ui.monitor;

import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a page keeps of a second: little, since a run may have many.
///
/// @param at when it was merged
/// @param latency of all operations; absent when none ended
record Point(
    int second,
    Instant at,
    int users,
    OutcomeCounts operations,
    OutcomeCounts transactions,
    @Nullable Latency latency) {

  static Point of(SecondMerged second) {
    var operations = overall(second, Kind.OPERATION);
    var transactions = overall(second, Kind.TRANSACTION);
    return new Point(
        second.second(),
        second.at(),
        second.users().stream().mapToInt(ActionUsers::active).sum(),
        operations == null ? OutcomeCounts.NONE : operations.counts(),
        transactions == null ? OutcomeCounts.NONE : transactions.counts(),
        operations == null ? null : operations.latency());
  }

  private static @Nullable SeriesLine overall(SecondMerged second, Kind kind) {
    return second.lines().stream()
        .filter(line -> line.kind() == kind && line.action().equals(SeriesLine.ALL))
        .findFirst()
        .orElse(null);
  }
}
