package io.crowdbench.results.rollup;

import static io.crowdbench.messages.result.SeriesLine.ALL;

import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Merges rows into lines: one per kind over all, and one per kind, action and name.
final class LineMerge {

  private static final Comparator<Name> BY_NAME =
      Comparator.comparing(Name::kind).thenComparing(Name::action).thenComparing(Name::name);

  private final Map<Kind, MergedLine> overall = new EnumMap<>(Kind.class);
  private final Map<Name, MergedLine> single = new TreeMap<>(BY_NAME);

  LineMerge() {
    overall.put(Kind.OPERATION, new MergedLine());
    overall.put(Kind.TRANSACTION, new MergedLine());
  }

  void add(SeriesRow row) {
    // Groups may be within groups, and times are parts of operations: all of them together would
    // be no number of anything.
    var all = overall.get(row.kind());
    if (all != null) {
      all.add(row);
    }
    single
        .computeIfAbsent(new Name(row.kind(), row.action(), row.name()), _ -> new MergedLine())
        .add(row);
  }

  /// First all operations, then all transactions, then the single ones by kind, action and name.
  List<SeriesLine> lines() {
    return Stream.concat(
            overall.entrySet().stream().map(line -> line.getValue().line(line.getKey(), ALL, ALL)),
            single.entrySet().stream().map(line -> line(line.getKey(), line.getValue())))
        .toList();
  }

  private static SeriesLine line(Name name, MergedLine line) {
    return line.line(name.kind(), name.action(), name.name());
  }

  private record Name(Kind kind, String action, String name) {}
}
