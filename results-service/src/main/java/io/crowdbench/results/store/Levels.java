package io.crowdbench.results.store;

import java.util.List;

/// How many seconds blocks hold. Each level is folded from the one before it.
public final class Levels {

  static final List<Integer> OF_ALL = List.of(1, 10, 60, 600, 3_600);

  /// Those of single slaves are many, and asked for less often.
  static final List<Integer> OF_SLAVES = List.of(1, 60, 600, 3_600);

  private Levels() {}

  static List<Integer> of(boolean slaves) {
    return slaves ? OF_SLAVES : OF_ALL;
  }

  /// The level that blocks of this one are folded from.
  public static int below(boolean slaves, int level) {
    var levels = of(slaves);
    return levels.get(levels.indexOf(level) - 1);
  }

  /// The finest that gives no more than so many points.
  public static int resolution(boolean slaves, int seconds, int maxPoints) {
    var levels = of(slaves);
    for (int level : levels) {
      if (seconds <= (long) level * maxPoints) {
        return level;
      }
    }
    int coarsest = levels.getLast();
    int times = Math.ceilDiv(seconds, coarsest * maxPoints);
    return times * coarsest;
  }
}
