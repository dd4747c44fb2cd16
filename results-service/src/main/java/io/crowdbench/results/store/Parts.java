package io.crowdbench.results.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Parts of seconds, between the two steps of merging. Each instance leaves what it took in of a
/// second here, in the transaction that took it in; one of them puts the parts of all instances
/// together. Parts are added up, each once.
@Component
public class Parts {

  private final JdbcTemplate database;

  Parts(JdbcTemplate database) {
    this.database = database;
  }

  /// A second that parts wait of.
  ///
  /// @param slaves how many slaves' first records are in them
  /// @param ageMillis how long the first of them has waited
  public record Waiting(int second, int slaves, long ageMillis) {}

  public void add(int run, Map<Integer, Measurements> parts) {
    database.batchUpdate(
        "insert into part (run, second, slaves, body) values (?, ?, ?, ?)",
        parts.entrySet().stream()
            .map(part ->
                new Object[] {
                  run, part.getKey(), part.getValue().slaves(), part.getValue().toBytes()
                })
            .toList());
  }

  /// Runs that something is to be done of.
  public List<Integer> runs() {
    return database.query(
        "select run from part union select run from due order by run",
        (row, _) -> row.getInt("run"));
  }

  public List<Waiting> waiting(int run) {
    return database.query(
        """
        select second, sum(slaves) as slaves,
          extract(epoch from clock_timestamp() - min(at)) * 1000 as age
        from part where run = ? group by second order by second
        """,
        (row, _) -> new Waiting(row.getInt("second"), row.getInt("slaves"), row.getLong("age")),
        run);
  }

  public boolean isEmpty(int run) {
    return !Boolean.TRUE.equals(
        database.queryForObject(
            "select exists (select from part where run = ?)", Boolean.class, run));
  }

  /// Takes the parts of seconds away, added up.
  public SortedMap<Integer, Measurements> take(int run, Collection<Integer> seconds) {
    var sums = new TreeMap<Integer, Measurements>();
    database.query(
        "delete from part where run = ? and second = any (?) returning second, body",
        row -> {
          sums.computeIfAbsent(row.getInt("second"), _ -> new Measurements())
              .addBeside(row.getBytes("body"));
        },
        run,
        seconds.toArray(Integer[]::new));
    return sums;
  }
}
