package io.crowdbench.results.query;

import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.results.histogram.Counts;
import io.crowdbench.results.query.SeriesAnswer.Column;
import io.crowdbench.results.query.SeriesAnswer.Times;
import io.crowdbench.results.store.Lines;
import io.crowdbench.results.store.Lines.Line;
import io.crowdbench.results.store.Lines.Name;
import io.crowdbench.results.store.Measurements;
import io.crowdbench.results.store.StoredRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns steps into columns.
final class SeriesColumns {

  private static final Comparator<Name> ORDER =
      Comparator.comparing((Name name) -> !name.action().equals(SeriesLine.ALL))
          .thenComparing(Name::kind)
          .thenComparing(Name::action)
          .thenComparing(Name::name);

  /// In ascending order.
  private final double[] percentiles;

  private final Map<String, List<Integer>> users = new TreeMap<>();
  private final Map<Name, Values> lines = new LinkedHashMap<>();
  private final List<Integer> seconds = new ArrayList<>();
  private final Lines read = new Lines();

  SeriesColumns(List<Double> percentiles) {
    this.percentiles =
        percentiles.stream().mapToDouble(Double::doubleValue).distinct().sorted().toArray();
  }

  /// Takes steps in their order.
  void add(int start, Measurements measured, StoredRun run, LineFilter filter) {
    int step = seconds.size();
    seconds.add(start);
    read.fill(run, measured);
    for (var each : read.users()) {
      set(users.computeIfAbsent(each.action(), _ -> new ArrayList<>()), step, each.active(), 0);
    }
    for (var line : read.all().entrySet()) {
      if (filter.shows(line.getKey())) {
        lines.computeIfAbsent(line.getKey(), _ -> new Values()).set(step, line.getValue());
      }
    }
  }

  private static <T extends @Nullable Object> void set(
      List<T> column, int step, T value, T before) {
    while (column.size() < step) {
      column.add(before);
    }
    column.add(value);
  }

  SeriesAnswer answer(
      String run, Instant at, List<String> slaves, int from, int to, int resolution) {
    var columns = new ArrayList<Column>();
    lines.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .forEach(line -> columns.add(line.getValue().column(line.getKey())));
    return new SeriesAnswer(run, at, slaves, from, to, resolution, seconds, users, columns);
  }

  /// The columns of one line. What was asked of a step's histogram is kept, and not the histogram.
  private final class Values {

    private final List<OutcomeCounts> counts = new ArrayList<>();
    private final List<Long> sent = new ArrayList<>();
    private final List<Long> received = new ArrayList<>();
    private final TimesColumns latency = new TimesColumns();
    private final TimesColumns intended = new TimesColumns();

    void set(int step, Line line) {
      SeriesColumns.set(counts, step, line.counts(), OutcomeCounts.NONE);
      SeriesColumns.set(sent, step, line.sent(), 0L);
      SeriesColumns.set(received, step, line.received(), 0L);
      latency.set(step, line.latency());
      intended.set(step, line.intended());
    }

    Column column(Name name) {
      return new Column(
          name.kind().name(),
          name.action(),
          name.name(),
          orNone(counts.stream().map(OutcomeCounts::passed).toList()),
          orNone(counts.stream().map(OutcomeCounts::failed).toList()),
          orNone(counts.stream().map(OutcomeCounts::incomplete).toList()),
          orNone(sent),
          orNone(received),
          latency.times(),
          intended.times());
    }

    private static @Nullable List<Long> orNone(List<Long> values) {
      return values.stream().allMatch(value -> value == 0) ? null : values;
    }
  }

  /// The times of one line.
  private final class TimesColumns {

    private final List<@Nullable Long> mean = new ArrayList<>();
    private final List<@Nullable Long> max = new ArrayList<>();

    /// A column for each percentile, in their order.
    private final List<List<@Nullable Long>> values = new ArrayList<>();

    TimesColumns() {
      for (var _ : percentiles) {
        values.add(new ArrayList<>());
      }
    }

    void set(int step, Counts counts) {
      boolean any = counts.total() > 0;
      SeriesColumns.<@Nullable Long>set(mean, step, any ? Math.round(counts.mean()) : null, null);
      SeriesColumns.<@Nullable Long>set(max, step, any ? counts.max() : null, null);
      var found = counts.percentiles(percentiles);
      for (int i = 0; i < found.length; i++) {
        SeriesColumns.<@Nullable Long>set(values.get(i), step, any ? found[i] : null, null);
      }
    }

    @Nullable Times times() {
      if (max.stream().allMatch(Objects::isNull)) {
        return null;
      }
      var named = new LinkedHashMap<String, List<@Nullable Long>>();
      for (int i = 0; i < percentiles.length; i++) {
        named.put(text(percentiles[i]), values.get(i));
      }
      return new Times(mean, max, named);
    }

    /// 99.9 as `99.9`, 50.0 as `50`.
    private static String text(double percentile) {
      return percentile == Math.rint(percentile)
          ? Long.toString((long) percentile)
          : Double.toString(percentile);
    }
  }
}
