package io.crowdbench.results.failure;

import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.sample.ErrorCount;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.results.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Errors of a run, grouped by what makes them the same.
@Component
public class ErrorGroups {

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_MESSAGE = 4_000;

  private final JdbcTemplate database;

  ErrorGroups(JdbcTemplate database) {
    this.database = database;
  }

  /// Adds errors that were not added before; the first message of a group stays its message.
  public void add(List<SampleBatch> batches) {
    var rows = new ArrayList<Object[]>();
    for (var batch : batches) {
      for (var error : batch.errors()) {
        rows.add(columns(batch, error));
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
        rows);
  }

  /// Those of all slaves together, the most frequent first.
  ///
  /// @param most so many at most
  List<ErrorGroup> together(String run, int most) {
    return database.query(
        """
        select ? as slave, array_agg(slave order by slave) as slaves, action, operation, fingerprint,
          (array_agg(message order by first_second, slave))[1] as message, sum(count) as count,
          min(first_second) as first_second, max(last_second) as last_second
        from error_group where run = ?
        group by action, operation, fingerprint
        order by count desc, first_second, action, operation, fingerprint limit ?
        """,
        (row, _) -> group(row, List.of((String[]) row.getArray("slaves").getArray())),
        Result.ALL_SLAVES,
        run,
        most);
  }

  /// Those of each slave, likewise.
  List<ErrorGroup> ofEach(String run, int most) {
    return database.query(
        """
        select * from error_group where run = ?
        order by count desc, first_second, slave, action, operation, fingerprint limit ?
        """,
        (row, _) -> group(row, List.of()),
        run,
        most);
  }

  /// Those of one slave, likewise.
  List<ErrorGroup> of(String run, String slave, int most) {
    return database.query(
        """
        select * from error_group where run = ? and slave = ?
        order by count desc, first_second, action, operation, fingerprint limit ?
        """,
        (row, _) -> group(row, List.of()),
        run,
        slave,
        most);
  }

  private static ErrorGroup group(ResultSet row, List<String> slaves) throws SQLException {
    return new ErrorGroup(
        row.getString("slave"),
        slaves,
        row.getString("action"),
        row.getString("operation"),
        row.getString("fingerprint"),
        row.getString("message"),
        row.getLong("count"),
        row.getInt("first_second"),
        row.getInt("last_second"));
  }

  private static Object[] columns(SampleBatch batch, ErrorCount error) {
    return new Object[] {
      batch.run(),
      batch.slave(),
      StoredText.fit(error.action(), LONGEST_NAME),
      StoredText.fit(error.operation(), LONGEST_NAME),
      StoredText.fit(error.fingerprint(), LONGEST_NAME),
      StoredText.fit(error.message(), LONGEST_MESSAGE),
      error.count(),
      batch.second(),
      batch.second()
    };
  }
}
