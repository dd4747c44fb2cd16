package io.crowdbench.ui.monitor;

import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The seconds of a run as one page shows them, of one slave or of all together. A second that
/// comes again replaces the earlier one.
final class Seconds {

  private final TreeMap<Integer, Point> points = new TreeMap<>();

  void clear() {
    points.clear();
  }

  /// What is held afterwards: one that was merged earlier changes nothing, for what a page reads
  /// when it opens may be ahead of what it is told next.
  Point put(SecondMerged second) {
    return points.merge(
        second.second(), Point.of(second), (old, it) -> it.at().isBefore(old.at()) ? old : it);
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
