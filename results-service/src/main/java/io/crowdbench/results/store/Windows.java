package io.crowdbench.results.store;

import io.crowdbench.results.store.Measurements.UserCount;
import io.crowdbench.results.store.Measurements.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Reads any window of a run back, of all slaves together or of some.
@Component
public class Windows {

  private final Blocks blocks;
  private final Folds folds;

  Windows(Blocks blocks, Folds folds) {
    this.blocks = blocks;
    this.folds = folds;
  }

  /// What is asked for.
  ///
  /// @param slaves their numbers; empty for all together
  /// @param to the first second that is not asked for
  public record Window(int run, List<Integer> slaves, int from, int to, Wanted series) {

    boolean ofSlaves() {
      return !slaves.isEmpty();
    }

    List<Integer> numbers() {
      return slaves.isEmpty() ? List.of(Blocks.ALL) : slaves;
    }
  }

  /// The window as a whole. One look at the database, so that blocks and what they were folded from
  /// belong together.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Measurements sum(Window window) {
    var sums = read(window, Math.max(1, window.to() - window.from()));
    return sums.isEmpty() ? new Measurements() : sums.firstEntry().getValue();
  }

  /// The window in steps, by the second each begins at; steps without anything are left out.
  ///
  /// @param resolution how many seconds a step has
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public TreeMap<Integer, Measurements> steps(Window window, int resolution) {
    return read(window, resolution);
  }

  private TreeMap<Integer, Measurements> read(Window window, int resolution) {
    int to = Math.min(window.to(), blocks.lastSecond(window.run(), window.numbers()) + 1);
    var steps = new TreeMap<Integer, Step>();
    if (to <= window.from()) {
      return new TreeMap<>();
    }
    var pieces =
        new Pieces(
            window.ofSlaves(), folds.whole(window.run(), window.ofSlaves(), window.from(), to));
    var all = new ArrayList<Pieces.Piece>();
    for (int start = window.from(); start < to; start += resolution) {
      all.addAll(pieces.of(start, Math.min(start + resolution, to)));
    }
    for (var piece : joined(all)) {
      blocks.read(
          window.run(),
          piece.level(),
          piece.from(),
          piece.to(),
          window.numbers(),
          (slave, start, body) -> {
            int step = start - Math.floorMod(start - window.from(), resolution);
            steps.computeIfAbsent(step, _ -> new Step()).add(slave, start, body, window.series());
          });
    }
    var read = new TreeMap<Integer, Measurements>();
    steps.forEach((start, step) -> read.put(start, step.sum()));
    return read;
  }

  private static List<Pieces.Piece> joined(List<Pieces.Piece> pieces) {
    var joined = new ArrayList<Pieces.Piece>();
    for (var piece : pieces) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.level() == piece.level() && last.to() == piece.from()) {
        joined.set(joined.size() - 1, new Pieces.Piece(piece.level(), last.from(), piece.to()));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  /// One step in the making. Users are a level: of one slave the most there were, of several slaves
  /// those together.
  private static final class Step {

    private final Measurements sum = new Measurements();
    private final Map<Integer, Map<Integer, UserCount>> users = new HashMap<>();

    void add(int slave, int start, byte[] body, Wanted wanted) {
      sum.addAfter(body, wanted);
      var known = users.computeIfAbsent(slave, _ -> new HashMap<>());
      Measurements.usersOf(body)
          .forEach((action, count) -> known.merge(action, count, UserCount::most));
    }

    Measurements sum() {
      sum.users().clear();
      users.values().forEach(each -> each.forEach(sum::addUsers));
      return sum;
    }
  }
}
