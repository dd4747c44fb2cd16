package io.crowdbench.localstack.demo;

import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.io.PrintWriter;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One second in one line.
final class LiveLine {

  private final PrintWriter out;

  LiveLine(PrintWriter out) {
    this.out = out;
  }

  void head() {
    out.printf(
        "%7s %6s %8s %8s %10s %10s %7s%n",
        "second", "users", "ops/s", "trans/s", "p50", "p99", "failed");
    out.flush();
  }

  void show(SecondMerged second) {
    var operations = overall(second, Kind.OPERATION);
    var transactions = overall(second, Kind.TRANSACTION);
    var latency = operations == null ? null : operations.latency();
    out.printf(
        "%7d %6d %8d %8d %10s %10s %7d%n",
        second.second() + 1,
        second.users().stream().mapToInt(ActionUsers::active).sum(),
        ended(operations),
        ended(transactions),
        millis(latency, Latency::p50),
        millis(latency, Latency::p99),
        operations == null ? 0 : operations.counts().failed());
    out.flush();
  }

  private static @Nullable SeriesLine overall(SecondMerged second, Kind kind) {
    return second.lines().stream()
        .filter(line -> line.kind() == kind && line.name().equals(SeriesLine.ALL))
        .findFirst()
        .orElse(null);
  }

  private static long ended(@Nullable SeriesLine line) {
    var counts = line == null ? OutcomeCounts.NONE : line.counts();
    return counts.passed() + counts.failed();
  }

  static String millis(@Nullable Latency latency, ToLongFunction<Latency> value) {
    return latency == null ? "-" : "%.1f ms".formatted(value.applyAsLong(latency) / 1_000.0);
  }
}
