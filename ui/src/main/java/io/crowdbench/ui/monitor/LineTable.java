package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import io.crowdbench.messages.result.Folded;
import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.ResourceName;
import io.crowdbench.ui.base.Format;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One row per action and operation over the whole run, with percentiles as results-service worked
/// them out.
final class LineTable extends Grid<SeriesLine> {

  /// Times within operations, which are no rows of their own.
  private static final Set<Kind> PARTS = EnumSet.of(Kind.CONNECT, Kind.TLS, Kind.FIRST_BYTE);

  /// From the instant that the schedule wanted; shown only where there was a schedule.
  private final Column<SeriesLine> intended;

  LineTable() {
    setId("lines");
    addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_ROW_BORDERS);
    setAllRowsVisible(true);
    addColumn(SeriesLine::action).setHeader("Action").setWidth("6rem").setFlexGrow(1);
    addColumn(LineTable::name).setHeader("Operation").setWidth("10rem").setFlexGrow(2);
    number("Passed", line -> line.counts().passed());
    number("Failed", line -> line.counts().failed());
    number("Incomplete", line -> line.counts().incomplete());
    latency("p50", Latency::p50);
    latency("p90", Latency::p90);
    latency("p99", Latency::p99);
    latency("Max", Latency::max);
    intended = time("Intended p99", SeriesLine::intendedLatency, Latency::p99).setWidth("7.5rem");
    intended.setVisible(false);
    time("First byte p95", this::firstByte, Latency::p95).setWidth("7.5rem");
    setEmptyStateText("Nothing measured yet.");
  }

  private @Nullable Latency overall;
  private Map<Name, Latency> firstBytes = Map.of();

  private List<SeriesLine> shown = List.of();
  private boolean unfolded;

  private record Name(String action, String name) {}

  /// Latency of all operations of the run; absent while there are none.
  @Nullable Latency overall() {
    return overall;
  }

  void show(List<SeriesLine> lines) {
    overall =
        lines.stream()
            .filter(line -> line.kind() == Kind.OPERATION && line.action().equals(SeriesLine.ALL))
            .findFirst()
            .map(SeriesLine::latency)
            .orElse(null);
    intended.setVisible(lines.stream().anyMatch(line -> line.intendedLatency() != null));
    var times = new HashMap<Name, Latency>();
    for (var line : lines) {
      if (line.kind() == Kind.FIRST_BYTE && line.latency() != null) {
        times.put(new Name(line.action(), line.name()), line.latency());
      }
    }
    firstBytes = times;
    shown = lines;
    arrange();
  }

  /// Shows each resource of a visit, or all of a visit in one row.
  void unfold(boolean each) {
    unfolded = each;
    arrange();
  }

  /// True if there are rows to be folded.
  boolean hasResources() {
    return Folded.isOf(shown);
  }

  private void arrange() {
    var rows = unfolded ? Folded.unfolded(shown) : Folded.lines(shown);
    setItems(
        rows.stream()
            .filter(line -> !line.action().equals(SeriesLine.ALL) && !PARTS.contains(line.kind()))
            .toList());
  }

  private @Nullable Latency firstByte(SeriesLine line) {
    return line.kind().counted() == Kind.OPERATION
        ? firstBytes.get(new Name(line.action(), line.name()))
        : null;
  }

  private static String name(SeriesLine line) {
    return switch (line.kind()) {
      case OPERATION -> line.name();
      case TRANSACTION -> "whole transaction";
      case GROUP -> "group " + line.name();
      case RESOURCE -> "\u2003" + ResourceName.operation(line.name());
      case TIMING -> "time " + line.name();
      case COUNTER -> "counter " + line.name();
      case CONNECT, TLS, FIRST_BYTE -> line.kind() + " " + line.name();
    };
  }

  private void number(String header, ToLongFunction<SeriesLine> value) {
    addColumn(line -> Format.number(value.applyAsLong(line)))
        .setHeader(header)
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("6rem")
        .setFlexGrow(0);
  }

  private void latency(String header, ToLongFunction<Latency> micros) {
    time(header, SeriesLine::latency, micros).setWidth("5.5rem");
  }

  private Column<SeriesLine> time(
      String header,
      Function<SeriesLine, @Nullable Latency> times,
      ToLongFunction<Latency> micros) {
    return addColumn(
            line -> {
              var time = times.apply(line);
              return time == null ? Format.NOTHING : Format.micros(micros.applyAsLong(time));
            })
        .setHeader(header)
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("6rem")
        .setFlexGrow(0);
  }
}
