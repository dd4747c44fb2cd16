package io.crowdbench.results.store;

import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.results.histogram.Counts;
import io.crowdbench.results.store.Measurements.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Measurements as people read them: one line per kind over all, and one per kind, action and name,
/// whatever the outcome.
public final class Lines {

  private static final Comparator<Name> BY_NAME =
      Comparator.comparing(Name::kind).thenComparing(Name::action).thenComparing(Name::name);

  private final Map<Kind, Line> overall = new EnumMap<>(Kind.class);
  private final Map<Name, Line> single = new TreeMap<>(BY_NAME);
  private final List<ActionUsers> users = new ArrayList<>();

  /// What a line is about.
  public record Name(Kind kind, String action, String name) {}

  /// Those of a run that nothing was measured in yet.
  public Lines() {
    overall.put(Kind.OPERATION, new Line());
    overall.put(Kind.TRANSACTION, new Line());
  }

  public static Lines of(StoredRun run, Measurements measurements) {
    var lines = new Lines();
    lines.fill(run, measurements);
    return lines;
  }

  /// Shows these and no others, in the room that those before took.
  public void fill(StoredRun run, Measurements measurements) {
    overall.values().forEach(Line::clear);
    single.values().forEach(Line::clear);
    users.clear();
    measurements
        .all()
        .forEach((number, series) -> {
          var key = run.key(number);
          if (key != null && !key.isUsers()) {
            add(key, series);
          }
        });
    measurements
        .users()
        .forEach((number, count) -> {
          var key = run.key(number);
          if (key != null) {
            users.add(new ActionUsers(key.action(), count.active(), count.inFlight()));
          }
        });
    users.sort(Comparator.comparing(ActionUsers::action));
  }

  private void add(SeriesKey key, Series series) {
    var kind = Kind.valueOf(key.kind());
    // Groups may be within groups, and times are parts of operations: all of them together would
    // be no number of anything.
    var all = overall.get(kind.counted());
    if (all != null) {
      all.add(key, series);
    }
    single
        .computeIfAbsent(new Name(kind, key.action(), key.name()), _ -> new Line())
        .add(key, series);
  }

  public List<ActionUsers> users() {
    return users;
  }

  /// First all operations, then all transactions, then the single ones by kind, action and name.
  public Map<Name, Line> all() {
    var all = new LinkedHashMap<Name, Line>();
    overall.forEach((kind, line) -> all.put(new Name(kind, SeriesLine.ALL, SeriesLine.ALL), line));
    all.putAll(single);
    return all;
  }

  /// The same as on the topic `results`.
  public List<SeriesLine> inShort() {
    return all().entrySet().stream().map(line -> line.getValue().inShort(line.getKey())).toList();
  }

  /// One line.
  public static final class Line {

    private OutcomeCounts counts = OutcomeCounts.NONE;
    private long sent;
    private long received;
    private final Counts latency = new Counts();
    private final Counts intended = new Counts();

    private void add(SeriesKey key, Series series) {
      counts = counts.plus(OutcomeCounts.of(key.outcome(), series.count));
      sent += series.sent;
      received += series.received;
      latency.add(series.latency);
      intended.add(series.intended);
    }

    private void clear() {
      counts = OutcomeCounts.NONE;
      sent = 0;
      received = 0;
      latency.clear();
      intended.clear();
    }

    public OutcomeCounts counts() {
      return counts;
    }

    public Counts latency() {
      return latency;
    }

    public Counts intended() {
      return intended;
    }

    public long sent() {
      return sent;
    }

    public long received() {
      return received;
    }

    private SeriesLine inShort(Name name) {
      return new SeriesLine(
          name.kind(),
          name.action(),
          name.name(),
          counts,
          sent,
          received,
          Lines.inShort(latency),
          Lines.inShort(intended));
    }
  }

  static @Nullable Latency inShort(Counts counts) {
    if (counts.total() == 0) {
      return null;
    }
    var at = counts.percentiles(50, 90, 95, 99, 99.9);
    return new Latency(
        counts.total(),
        counts.mean(),
        counts.min(),
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        counts.max());
  }
}
