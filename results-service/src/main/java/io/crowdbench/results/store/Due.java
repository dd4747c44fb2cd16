package io.crowdbench.results.store;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What is to be published of runs. A row comes in the transaction that changed something, and goes
/// once Kafka has what was made of it: nothing is left out by a service that dies in between, at
/// the price of a message that may come twice.
@Component
public class Due {

  private final JdbcTemplate database;

  Due(JdbcTemplate database) {
    this.database = database;
  }

  /// What has changed.
  public enum What {
    /// One second of all slaves together.
    SECOND,
    ERRORS,
    OVERLOAD,
    /// What is stored, and so perhaps whether all is there.
    COMPLETENESS,
    /// Whether all is there is to be said in any case.
    VERDICT
  }

  /// One of them.
  public record Item(long number, What what, int second) {}

  public void add(int run, What what) {
    add(run, what, List.of(-1));
  }

  public void add(int run, What what, Collection<Integer> seconds) {
    database.update(
        "insert into due (run, what, second) select ?, ?, unnest(?)",
        run,
        what.name(),
        seconds.toArray(Integer[]::new));
  }

  public List<Item> of(int run) {
    return database.query(
        "select number, what, second from due where run = ? order by number",
        (row, _) ->
            new Item(
                row.getLong("number"), What.valueOf(row.getString("what")), row.getInt("second")),
        run);
  }

  public void remove(Collection<Item> items) {
    database.update(
        "delete from due where number = any (?)",
        (Object) items.stream().map(Item::number).toArray(Long[]::new));
  }
}
