package io.crowdbench.results.store;

import io.crowdbench.results.store.Folds.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Covers a window with as few blocks as there are: the largest that lie within it and are whole,
/// single seconds for the rest.
final class Pieces {

  private final boolean slaves;
  private final Set<Fold> whole;

  /// @param whole blocks that hold all there is of their time
  Pieces(boolean slaves, Set<Fold> whole) {
    this.slaves = slaves;
    this.whole = whole;
  }

  /// Blocks of one level that follow each other.
  record Piece(int level, int from, int to) {}

  List<Piece> of(int from, int to) {
    var pieces = new ArrayList<Piece>();
    int at = from;
    while (at < to) {
      int level = level(at, to);
      var last = pieces.isEmpty() ? null : pieces.getLast();
      if (last != null && last.level() == level) {
        pieces.set(pieces.size() - 1, new Piece(level, last.from(), at + level));
      } else {
        pieces.add(new Piece(level, at, at + level));
      }
      at += level;
    }
    return pieces;
  }

  private int level(int at, int to) {
    for (int level : Levels.of(slaves).reversed()) {
      if (at % level == 0 && at + level <= to && whole.contains(new Fold(slaves, level, at))) {
        return level;
      }
    }
    return 1;
  }
}
