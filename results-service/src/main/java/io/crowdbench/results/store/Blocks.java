package io.crowdbench.results.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/// Reads and writes the rows of runs. A block holds `level` seconds from `start` on, of one slave
/// or, as slave 0, of all together.
@Component
public class Blocks {

  /// Stands for all slaves together.
  public static final int ALL = 0;

  private static final int ROWS_AT_A_TIME = 500;

  private final JdbcTemplate database;

  Blocks(JdbcTemplate database) {
    this.database = database;
  }

  /// One block.
  public record Block(int slave, int start, byte[] body) {}

  /// Takes blocks one by one.
  public interface Reader {
    void take(int slave, int start, byte[] body);
  }

  public void save(int run, int level, Collection<Block> blocks) {
    database.batchUpdate(
        """
        insert into %s (level, slave, start, body) values (?, ?, ?, ?)
        on conflict (level, slave, start) do update set body = excluded.body
        """
            .formatted(RunTables.blocks(run)),
        blocks.stream()
            .map(block -> new Object[] {level, block.slave(), block.start(), block.body()})
            .toList());
  }

  /// Merged seconds of all slaves, by their number.
  public Map<Integer, byte[]> seconds(int run, Collection<Integer> seconds) {
    var found = new HashMap<Integer, byte[]>();
    database.query(
        "select start, body from %s where level = 1 and slave = 0 and start = any (?)"
            .formatted(RunTables.blocks(run)),
        row -> {
          found.put(row.getInt("start"), row.getBytes("body"));
        },
        (Object) seconds.toArray(Integer[]::new));
    return found;
  }

  /// Blocks of one level that begin in a window, in their order.
  ///
  /// @param slaves numbers; [#ALL] alone for all together
  public void read(int run, int level, int from, int to, List<Integer> slaves, Reader reader) {
    var sql =
        level == 1 && !slaves.equals(List.of(ALL))
            ? "select slave, second as start, body from %s where second >= ? and second < ? and slave = any (?) order by second"
                .formatted(RunTables.seconds(run))
            : "select slave, start, body from %s where start >= ? and start < ? and slave = any (?) and level = %d order by start"
                .formatted(RunTables.blocks(run), level);
    stream(sql, reader, from, to, slaves.toArray(Integer[]::new));
  }

  /// Those of each slave of the run, slave by slave.
  public void readEach(int run, int level, int from, int to, Reader reader) {
    var sql =
        level == 1
            ? "select slave, second as start, body from %s where second >= ? and second < ? order by slave"
                .formatted(RunTables.seconds(run))
            : "select slave, start, body from %s where start >= ? and start < ? and slave > 0 and level = %d order by slave"
                .formatted(RunTables.blocks(run), level);
    stream(sql, reader, from, to);
  }

  /// The last second that there is anything of, or -1.
  public int lastSecond(int run, List<Integer> slaves) {
    var all = slaves.equals(List.of(ALL));
    var last =
        all
            ? database.queryForObject(
                "select max(start) from %s where level = 1 and slave = 0"
                    .formatted(RunTables.blocks(run)),
                Integer.class)
            : database.queryForObject(
                "select max(last_second) from stream where run = ? and slave = any (?)",
                Integer.class,
                run,
                slaves.toArray(Integer[]::new));
    return last == null ? -1 : last;
  }

  /// Within a transaction rows come a few at a time; all of them would not fit.
  private void stream(String sql, Reader reader, Object... values) {
    RowCallbackHandler each =
        row -> reader.take(row.getInt("slave"), row.getInt("start"), row.getBytes("body"));
    database.query(
        connection -> {
          var statement = connection.prepareStatement(sql);
          statement.setFetchSize(ROWS_AT_A_TIME);
          for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Integer[] numbers) {
              statement.setArray(i + 1, connection.createArrayOf("integer", numbers));
            } else {
              statement.setObject(i + 1, values[i]);
            }
          }
          return statement;
        },
        each);
  }
}
