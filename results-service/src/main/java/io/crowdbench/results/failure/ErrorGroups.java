package io.crowdbench.results.failure;

import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.sample.ErrorCount;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.results.StoredText;
import io.crowdbench.results.store.StoredRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Errors of a run, grouped by what makes them the same.
@Component
public class ErrorGroups {

  /// As many kinds of errors are told apart in a run; more are counted as other errors.
  static final int MAX_KINDS = 1_000;

  private static final int MAX_RUNS = 100;
  private static final int MAX_NAME = 300;
  private static final int MAX_MESSAGE = 4_000;
  private static final String OTHER = "other errors";

  private final JdbcTemplate database;
  private final Map<Integer, Set<ErrorKind>> kinds =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Set<ErrorKind>> eldest) {
          return size() > MAX_RUNS;
        }
      };

  ErrorGroups(JdbcTemplate database) {
    this.database = database;
  }

  private record ErrorKind(String action, String operation, String fingerprint) {}

  private record Key(int slave, ErrorKind kind) {}

  private record Sum(String message, long count, int first, int last) {

    Sum plus(Sum other) {
      return new Sum(
          first <= other.first ? message : other.message,
          count + other.count,
          Math.min(first, other.first),
          Math.max(last, other.last));
    }
  }

  /// Adds errors that were not added before; called by one thread only. The first message of a
  /// group stays its message.
  public void add(StoredRun run, List<SampleBatch> batches) {
    var known = kinds.computeIfAbsent(run.number(), this::read);
    var sums = new LinkedHashMap<Key, Sum>();
    for (var batch : batches) {
      var slave = run.slave(batch.slave());
      for (var error : batch.errors()) {
        if (slave != null) {
          var message = StoredText.fit(error.message(), MAX_MESSAGE);
          var sum = new Sum(message, error.count(), batch.second(), batch.second());
          sums.merge(new Key(slave, bounded(known, error)), sum, Sum::plus);
        }
      }
    }
    database.batchUpdate(
        """
        insert into error_group (run, slave, action, operation, fingerprint, message, count,
          first_second, last_second)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (run, slave, action, operation, fingerprint) do update set
          count = error_group.count + excluded.count,
          first_second = least(error_group.first_second, excluded.first_second),
          last_second = greatest(error_group.last_second, excluded.last_second)
        """,
        sums.entrySet().stream().map(it -> columns(run, it.getKey(), it.getValue())).toList());
  }

  private static ErrorKind bounded(Set<ErrorKind> known, ErrorCount error) {
    var kind =
        new ErrorKind(
            StoredText.fit(error.action(), MAX_NAME),
            StoredText.fit(error.operation(), MAX_NAME),
            StoredText.fit(error.fingerprint(), MAX_NAME));
    if (known.contains(kind)) {
      return kind;
    }
    if (known.size() >= MAX_KINDS) {
      return new ErrorKind("", "", OTHER);
    }
    known.add(kind);
    return kind;
  }

  /// What was counted in a transaction that failed stays among them: it comes again.
  private Set<ErrorKind> read(int run) {
    return new HashSet<>(
        database.query(
            "select distinct action, operation, fingerprint from error_group where run = ?",
            (row, _) ->
                new ErrorKind(
                    row.getString("action"),
                    row.getString("operation"),
                    row.getString("fingerprint")),
            run));
  }

  private static Object[] columns(StoredRun run, Key key, Sum sum) {
    return new Object[] {
      run.number(),
      key.slave(),
      key.kind().action(),
      key.kind().operation(),
      key.kind().fingerprint(),
      sum.message(),
      sum.count(),
      sum.first(),
      sum.last()
    };
  }

  /// Those of all slaves together, the most frequent first.
  ///
  /// @param limit so many at most
  /// @param named how many of a group's slaves are named
  List<ErrorGroup> together(String run, int limit, int named) {
    return database.query(
        """
        select count(*) as slaves, (array_agg(slave order by slave))[1:?] as named,
          action, operation, fingerprint,
          (array_agg(message order by first_second, slave))[1] as message, sum(count) as count,
          min(first_second) as first_second, max(last_second) as last_second
        from (select run_slave.slave as slave, action, operation, fingerprint, message, count,
            first_second, last_second
          from known_run join error_group on error_group.run = known_run.number
          join run_slave on run_slave.run = known_run.number
            and run_slave.number = error_group.slave
          where id = ?) each
        group by action, operation, fingerprint
        order by count desc, first_second, action, operation, fingerprint limit ?
        """,
        (row, _) ->
            group(
                row,
                Result.ALL_SLAVES,
                List.of((String[]) row.getArray("named").getArray()),
                row.getInt("slaves")),
        named,
        run,
        limit);
  }

  /// Those of one slave, likewise.
  List<ErrorGroup> of(String run, String slave, int limit) {
    return database.query(
        """
        select error_group.* from known_run
          join run_slave on run_slave.run = known_run.number
          join error_group on error_group.run = known_run.number
            and error_group.slave = run_slave.number
        where id = ? and run_slave.slave = ?
        order by count desc, first_second, action, operation, fingerprint limit ?
        """,
        (row, _) -> group(row, slave, List.of(), 0),
        run,
        slave,
        limit);
  }

  private static ErrorGroup group(ResultSet row, String slave, List<String> named, int slaves)
      throws SQLException {
    return new ErrorGroup(
        slave,
        named,
        slaves > named.size() ? slaves : 0,
        row.getString("action"),
        row.getString("operation"),
        row.getString("fingerprint"),
        row.getString("message"),
        row.getLong("count"),
        row.getInt("first_second"),
        row.getInt("last_second"));
  }
}
