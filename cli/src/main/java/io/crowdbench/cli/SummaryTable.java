package io.crowdbench.cli;

import io.crowdbench.api.SummaryView;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.Folded;
import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The whole run in one table, and its errors.
public final class SummaryTable {

  /// Times within operations, which are no lines of their own here.
  private static final Set<Kind> PARTS = EnumSet.of(Kind.CONNECT, Kind.TLS, Kind.FIRST_BYTE);

  private static final int MAX_ERRORS = 20;

  private final PrintWriter out;
  private final boolean unfolded;

  /// With what visits load in one line each.
  public SummaryTable(PrintWriter out) {
    this(out, false);
  }

  /// @param unfolded if each resource of a visit has a line of its own
  public SummaryTable(PrintWriter out, boolean unfolded) {
    this.out = out;
    this.unfolded = unfolded;
  }

  /// @param errors the most frequent first
  public void print(SummaryView summary, List<ErrorGroup> errors) {
    lines(summary);
    errors(errors);
    out.flush();
  }

  private void lines(SummaryView summary) {
    var firstBytes = new HashMap<String, Latency>();
    for (var line : summary.lines()) {
      if (line.kind() == Kind.FIRST_BYTE && line.latency() != null) {
        firstBytes.put(key(line), line.latency());
      }
    }
    var table =
        new Table(
            "KIND",
            "ACTION",
            "NAME",
            "PASSED",
            "FAILED",
            "INCOMPLETE",
            "P50",
            "P90",
            "P99",
            "MAX",
            "1ST BYTE P95");
    (unfolded ? Folded.unfolded(summary.lines()) : Folded.lines(summary.lines()))
        .stream()
            .filter(line -> !PARTS.contains(line.kind()))
            .forEach(line -> add(table, line, firstBytes));
    out.println();
    table.print(out, "The run has no results.");
  }

  private static void add(Table table, SeriesLine line, Map<String, Latency> firstBytes) {
    var latency = line.latency();
    var firstByte = line.kind().counted() == Kind.OPERATION ? firstBytes.get(key(line)) : null;
    table.add(
        line.kind().name().toLowerCase(Locale.ROOT),
        all(line.action()),
        all(line.name()),
        count(line.counts().passed()),
        count(line.counts().failed()),
        count(line.counts().incomplete()),
        millis(latency == null ? null : latency.p50()),
        millis(latency == null ? null : latency.p90()),
        millis(latency == null ? null : latency.p99()),
        millis(latency == null ? null : latency.max()),
        millis(firstByte == null ? null : firstByte.p95()));
  }

  private void errors(List<ErrorGroup> groups) {
    out.println(groups.isEmpty() ? "\nNo errors." : "\nErrors:");
    groups.stream()
        .limit(MAX_ERRORS)
        .forEach(group ->
            out.printf(
                Locale.ROOT,
                "  %,d × %s / %s: %s%n",
                group.count(),
                group.action(),
                group.operation(),
                group.message()));
    if (groups.size() > MAX_ERRORS) {
      out.printf(Locale.ROOT, "  and %,d more groups%n", groups.size() - MAX_ERRORS);
    }
    out.println();
  }

  private static String key(SeriesLine line) {
    return line.action() + " " + line.name();
  }

  private static String all(String name) {
    return name.equals(SeriesLine.ALL) ? "(all)" : name;
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// @param micros null where there is nothing to show
  static String millis(@Nullable Long micros) {
    return micros == null ? "-" : String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
  }
}
