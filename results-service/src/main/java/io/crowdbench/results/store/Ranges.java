package io.crowdbench.results.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A set of numbers that mostly follow each other, kept as the ranges they make.
public final class Ranges {

  private final TreeMap<Long, Long> ranges = new TreeMap<>();
  private long size;

  /// Reads what [#toString] wrote, such as `0-41,43`.
  public static Ranges of(String text) {
    var ranges = new Ranges();
    for (var range : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      var ends = range.split("-", -1);
      long first = Long.parseLong(ends[0]);
      long last = ends.length == 1 ? first : Long.parseLong(ends[1]);
      ranges.ranges.put(first, last);
      ranges.size += last - first + 1;
    }
    return ranges;
  }

  /// False if it was there already.
  public boolean add(long number) {
    var before = ranges.floorEntry(number);
    if (before != null && before.getValue() >= number) {
      return false;
    }
    size++;
    long first = before != null && before.getValue() == number - 1 ? before.getKey() : number;
    var after = ranges.remove(number + 1);
    ranges.put(first, after == null ? number : after);
    return true;
  }

  public boolean contains(long number) {
    var range = ranges.floorEntry(number);
    return range != null && range.getValue() >= number;
  }

  /// How many numbers there are.
  public long size() {
    return size;
  }

  /// One more than the highest number; 0 if there is none.
  public long end() {
    return ranges.isEmpty() ? 0 : ranges.lastEntry().getValue() + 1;
  }

  /// The first few that are missing of 0 to end - 1.
  public List<Long> missing(long end, int limit) {
    var missing = new ArrayList<Long>();
    long next = 0;
    for (Map.Entry<Long, Long> range : ranges.entrySet()) {
      for (; next < Math.min(range.getKey(), end) && missing.size() < limit; next++) {
        missing.add(next);
      }
      next = Math.max(next, range.getValue() + 1);
    }
    for (; next < end && missing.size() < limit; next++) {
      missing.add(next);
    }
    return missing;
  }

  @Override
  public String toString() {
    return ranges.entrySet().stream()
        .map(range ->
            range.getKey().equals(range.getValue())
                ? Long.toString(range.getKey())
                : range.getKey() + "-" + range.getValue())
        .collect(Collectors.joining(","));
  }
}
