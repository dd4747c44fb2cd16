package io.crowdbench.ui.monitor;

import io.crowdbench.messages.sample.OutcomeCounts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The seconds of a run as one page shows them, of one slave or of all together. A second that
/// comes again replaces the earlier one; of a long run the older ones are several in one point.
final class Seconds {

  /// More are not drawn well, and are read again as fewer.
  static final int MAX_POINTS = 1_200;

  private final TreeMap<Integer, Point> points = new TreeMap<>();

  /// Shows these and no others, but for what is newer than they are.
  void replace(List<Point> history) {
    int end = history.isEmpty() ? 0 : history.getLast().end();
    points.headMap(end).clear();
    history.forEach(this::put);
  }

  void clear() {
    points.clear();
  }

  /// What is held afterwards: one that was merged earlier changes nothing, for what a page reads
  /// when it opens may be ahead of what comes live next. Nothing is held of a second that is part
  /// of a longer point.
  @Nullable Point put(Point point) {
    var before = points.floorEntry(point.second());
    if (before != null
        && before.getValue().length() > 1
        && before.getValue().end() > point.second()) {
      return null;
    }
    return points.merge(point.second(), point, (old, it) -> it.at().isBefore(old.at()) ? old : it);
  }

  boolean isTooLong() {
    return points.size() > MAX_POINTS;
  }

  Collection<Point> all() {
    return points.values();
  }

  Optional<Point> last() {
    return Optional.ofNullable(points.lastEntry()).map(last -> last.getValue());
  }

  int mostUsers() {
    return points.values().stream().mapToInt(Point::users).max().orElse(0);
  }

  /// How many seconds there is something of.
  int length() {
    return points.values().stream().mapToInt(Point::length).sum();
  }

  OutcomeCounts operations() {
    return sum(Point::operations);
  }

  OutcomeCounts transactions() {
    return sum(Point::transactions);
  }

  private OutcomeCounts sum(Function<Point, OutcomeCounts> counts) {
    return points.values().stream().map(counts).reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
  }
}
