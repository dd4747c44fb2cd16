package io.crowdbench.results.store;

import io.crowdbench.results.store.Measurements.UserCount;
import io.crowdbench.results.store.Measurements.Wanted;
import io.crowdbench.results.store.Pieces.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /// Takes steps one by one.
  public interface Reader {

    /// Called in the order of time.
    ///
    /// @param step valid until the next one comes
    void take(int start, Measurements step);
  }

  /// The window as a whole. One look at the database, so that blocks and what they were folded from
  /// belong together.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Measurements sum(Window window) {
    var whole = new Step();
    for (var piece : pieces(window, Integer.MAX_VALUE)) {
      read(window, piece, (slave, _, body) -> whole.add(slave, body, window.series()));
    }
    return whole.sum();
  }

  /// The window in steps, in their order; steps without anything are left out.
  ///
  /// @param resolution how many seconds a step has
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void steps(Window window, int resolution, Reader reader) {
    var step = new Step();
    for (var piece : pieces(window, resolution)) {
      read(
          window,
          piece,
          (slave, second, body) -> {
            int start = second - Math.floorMod(second - window.from(), resolution);
            if (step.start != start) {
              step.finish(reader);
              step.start = start;
            }
            step.add(slave, body, window.series());
          });
    }
    step.finish(reader);
  }

  private void read(Window window, Piece piece, Blocks.Reader reader) {
    blocks.read(window.run(), piece.level(), piece.from(), piece.to(), window.numbers(), reader);
  }

  private List<Piece> pieces(Window window, int resolution) {
    int to = Math.min(window.to(), blocks.lastSecond(window.run(), window.numbers()) + 1);
    if (to <= window.from()) {
      return List.of();
    }
    var cover =
        new Pieces(
            window.ofSlaves(), folds.whole(window.run(), window.ofSlaves(), window.from(), to));
    var all = new ArrayList<Piece>();
    for (long start = window.from(); start < to; start += resolution) {
      all.addAll(cover.of((int) start, (int) Math.min(start + resolution, to)));
    }
    return joined(all);
  }

  private static List<Piece> joined(List<Piece> pieces) {
    var joined = new ArrayList<Piece>();
    for (var piece : pieces) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.level() == piece.level() && last.to() == piece.from()) {
        joined.set(joined.size() - 1, new Piece(piece.level(), last.from(), piece.to()));
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
    private int start = -1;

    void add(int slave, byte[] body, Wanted wanted) {
      var open = Pressed.open(body);
      sum.addAfter(open, wanted);
      var known = users.computeIfAbsent(slave, _ -> new HashMap<>());
      Measurements.usersOf(open)
          .forEach((action, count) -> known.merge(action, count, UserCount::most));
    }

    Measurements sum() {
      sum.users().clear();
      users.values().forEach(each -> each.forEach(sum::addUsers));
      return sum;
    }

    void finish(Reader reader) {
      if (!users.isEmpty()) {
        reader.take(start, sum());
        sum.clear();
        users.clear();
      }
    }
  }
}
