package io.crowdbench.results.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which blocks are folded and hold all that there is of their time. A row that comes later opens
/// its blocks again in its own transaction, so that nobody reads a block that lacks it.
@Component
public class Folds {

  private final JdbcTemplate database;

  Folds(JdbcTemplate database) {
    this.database = database;
  }

  /// A block of all slaves together or, folded at once, those of each.
  ///
  /// @param level how many seconds it holds
  public record Fold(boolean slaves, int level, int start) {

    static Fold of(boolean slaves, int level, int second) {
      return new Fold(slaves, level, second - Math.floorMod(second, level));
    }
  }

  /// Says that the seconds have changed. The rows are locked until the transaction ends: whoever
  /// folds them then sees what it wrote.
  public void open(int run, boolean slaves, Collection<Integer> seconds) {
    var lowest = slaves ? Levels.OF_SLAVES.get(1) : Levels.OF_ALL.get(1);
    open(
        run,
        seconds.stream()
            .map(second -> Fold.of(slaves, lowest, second).start())
            .distinct()
            .sorted()
            .toList(),
        slaves,
        lowest);
  }

  private void open(int run, List<Integer> starts, boolean slaves, int level) {
    database.update(
        """
        insert into fold (run, slaves, level, start, done)
        select ?, ?, ?, start, false from unnest(?) as start
        on conflict (run, slaves, level, start) do update set done = false
        """,
        run,
        slaves,
        level,
        starts.toArray(Integer[]::new));
  }

  /// Says that a block is folded, and that the one it is a part of has to be, again.
  public void done(int run, Fold fold) {
    var levels = Levels.of(fold.slaves());
    int next = levels.indexOf(fold.level()) + 1;
    if (next < levels.size()) {
      var above = Fold.of(fold.slaves(), levels.get(next), fold.start());
      open(run, List.of(above.start()), fold.slaves(), above.level());
    }
  }

  /// Marks a block as folded before its rows are read: what comes between is not lost, since it
  /// waits for this transaction and then opens the block again.
  public void mark(int run, Fold fold) {
    database.update(
        "update fold set done = true where run = ? and slaves = ? and level = ? and start = ?",
        run,
        fold.slaves(),
        fold.level(),
        fold.start());
  }

  /// Those that hold all there is, in a window. One above an open one is not among them.
  public Set<Fold> whole(int run, boolean slaves, int from, int to) {
    var done = new HashSet<Fold>();
    var open = new HashSet<Fold>();
    database.query(
        "select level, start, done from fold where run = ? and slaves = ? and start + level > ? and start < ?",
        row -> {
          (row.getBoolean("done") ? done : open)
              .add(new Fold(slaves, row.getInt("level"), row.getInt("start")));
        },
        run,
        slaves,
        from,
        to);
    for (var each : open) {
      for (var level : Levels.of(slaves)) {
        if (level > each.level()) {
          done.remove(Fold.of(slaves, level, each.start()));
        }
      }
    }
    return done;
  }

  /// Those still to be folded, lowest level first.
  public List<Fold> open(int run) {
    return database.query(
        "select slaves, level, start from fold where run = ? and not done order by level, start",
        (row, _) -> new Fold(row.getBoolean("slaves"), row.getInt("level"), row.getInt("start")),
        run);
  }

  public List<Integer> runs() {
    return database.query(
        "select distinct run from fold where not done", (row, _) -> row.getInt("run"));
  }
}
