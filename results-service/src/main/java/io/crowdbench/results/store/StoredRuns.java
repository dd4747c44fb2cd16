package io.crowdbench.results.store;

import io.crowdbench.messages.sample.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Numbers for runs, slaves and series. Several instances may give them out: the run's row is
/// locked meanwhile. They are given in a transaction of their own, since a number that is never
/// used does no harm and a lock that is held for long does.
@Component
public class StoredRuns {

  private final JdbcTemplate database;
  private final RunTables tables;
  private final TransactionTemplate apart;

  StoredRuns(JdbcTemplate database, RunTables tables, PlatformTransactionManager transactions) {
    this.database = database;
    this.tables = tables;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// The run as it is known, if anything was taken in of it.
  public Optional<StoredRun> find(String id) {
    return database
        .query(
            "select number from known_run where id = ? and to_regclass('block_' || number) is not null",
            (row, _) -> row.getInt("number"),
            id)
        .stream()
        .findFirst()
        .map(number -> {
          var run = new StoredRun(id, number);
          refresh(run);
          return run;
        });
  }

  /// The same by its number.
  public Optional<StoredRun> find(int number) {
    return database
        .query("select id from known_run where number = ?", (row, _) -> row.getString("id"), number)
        .stream()
        .findFirst()
        .flatMap(this::find);
  }

  /// The run with its tables, made if there is none yet: samples may come before its plan. Empty if
  /// it was deleted.
  public Optional<StoredRun> open(String id) {
    return apart.execute(_ -> {
      if (exists("select exists (select from deleted_run where id = ?)", id)) {
        return Optional.<StoredRun>empty();
      }
      database.update(
          """
          insert into known_run (id, version, started, checked) values (?, 1, false, false)
          on conflict do nothing
          """,
          id);
      var number = lock(id);
      tables.create(number);
      var run = new StoredRun(id, number);
      refresh(run);
      return Optional.of(run);
    });
  }

  /// Deletes a run with all that hangs on it; what still comes of it is left out.
  public void delete(String id) {
    apart.executeWithoutResult(_ -> {
      var number = lock(id);
      database.update("insert into deleted_run (id) values (?) on conflict do nothing", id);
      database.update("delete from captured_failure where run = ?", id);
      database.update("delete from debug_line where run = ?", id);
      database.update("delete from debug_stream where run = ?", id);
      database.update("delete from known_slave where known_run = ?", id);
      database.update("delete from known_run where id = ?", id);
      tables.drop(number);
    });
  }

  /// Gives numbers to those that have none. Many at once: a run of a thousand slaves begins with
  /// all of them in one second.
  public void number(StoredRun run, Set<String> slaves, Set<SeriesKey> series) {
    apart.executeWithoutResult(_ -> {
      lock(run.id());
      addSlaves(run.number(), slaves);
      addSeries(run.number(), List.copyOf(series));
    });
    refresh(run);
  }

  private void addSlaves(int run, Set<String> slaves) {
    database.update(
        """
        insert into run_slave (run, number, slave)
        select ?, (select coalesce(max(number), 0) from run_slave where run = ?)
          + row_number() over (), slave
        from unnest(?) as slave on conflict (run, slave) do nothing
        """,
        run,
        run,
        slaves.toArray(String[]::new));
  }

  private void addSeries(int run, List<SeriesKey> series) {
    database.update(
        """
        insert into run_series (run, number, kind, action, name, outcome)
        select ?, (select coalesce(max(number), -1) from run_series where run = ?)
          + row_number() over (), kind, action, name, outcome
        from unnest(?, ?, ?, ?) as series (kind, action, name, outcome)
        on conflict (run, kind, action, name, outcome) do nothing
        """,
        run,
        run,
        texts(series, SeriesKey::kind),
        texts(series, SeriesKey::action),
        texts(series, SeriesKey::name),
        texts(series, key -> key.outcome().name()));
  }

  private static String[] texts(List<SeriesKey> series, Function<SeriesKey, String> text) {
    return series.stream().map(text).toArray(String[]::new);
  }

  /// Makes sure that all series of a measurement have a name: another instance may have given them
  /// their numbers.
  public void resolve(StoredRun run, Measurements measurements) {
    boolean known =
        measurements.all().keySet().stream().allMatch(number -> run.key(number) != null)
            && measurements.users().keySet().stream().allMatch(number -> run.key(number) != null);
    if (!known) {
      refresh(run);
    }
  }

  /// Learns what others have added.
  public void refresh(StoredRun run) {
    database.query(
        "select number, slave from run_slave where run = ?",
        row -> {
          run.addSlave(row.getInt("number"), row.getString("slave"));
        },
        run.number());
    database.query(
        "select * from run_series where run = ?",
        row -> {
          run.addSeries(
              row.getInt("number"),
              new SeriesKey(
                  row.getString("kind"),
                  row.getString("action"),
                  row.getString("name"),
                  Outcome.valueOf(row.getString("outcome"))));
        },
        run.number());
  }

  private int lock(String id) {
    var number =
        database.queryForObject(
            "select number from known_run where id = ? for no key update", Integer.class, id);
    if (number == null) {
      throw new IllegalStateException("run " + id + " has no number");
    }
    return number;
  }

  private boolean exists(String sql, String id) {
    return Boolean.TRUE.equals(database.queryForObject(sql, Boolean.class, id));
  }
}
