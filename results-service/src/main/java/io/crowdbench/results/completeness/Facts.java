package io.crowdbench.results.completeness;

import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.results.store.Ranges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads off the database what a completeness check compares.
@Component
class Facts {

  private static final int MAX_MISSING_NAMED = 10;

  private final JdbcTemplate database;

  Facts(JdbcTemplate database) {
    this.database = database;
  }

  /// Every stream, in the order of slave and epoch. A stream that has not ended should at least
  /// have every record up to its last one.
  List<StreamFacts> streams(String run) {
    return database.query(
        """
        select stream.*, run_slave.slave as id from known_run
          join stream on stream.run = known_run.number
          join run_slave on run_slave.run = known_run.number
            and run_slave.number = stream.slave
        where known_run.id = ? order by run_slave.slave, epoch
        """,
        (row, _) -> stream(row),
        run);
  }

  /// True if some of what was taken in is not in the merged seconds yet.
  boolean isMerging(String run) {
    return Boolean.TRUE.equals(
        database.queryForObject(
            """
            select exists (select from part join known_run on part.run = known_run.number
              where known_run.id = ?)
            """,
            Boolean.class,
            run));
  }

  private static StreamFacts stream(ResultSet row) throws SQLException {
    var received = Ranges.of(row.getString("received"));
    var counted =
        new FinalCounters(
            counts(row, "counted_operations"),
            counts(row, "counted_transactions"),
            row.getLong("counted_batches"));
    var ended = row.getBoolean("ended");
    var expected = ended ? counted.batches() : received.end();
    int last = row.getInt("last_second");
    return new StreamFacts(
        row.getString("id"),
        row.getLong("epoch"),
        ended,
        last < 0 ? null : last,
        counted,
        new FinalCounters(
            counts(row, "stored_operations"), counts(row, "stored_transactions"), received.size()),
        Ranges.of(row.getString("fenced")).size(),
        expected - received.size(),
        received.missing(expected, MAX_MISSING_NAMED),
        row.getLong("untimed"),
        row.getLong("dropped_lines"),
        row.getLong("dropped_errors"));
  }

  private static OutcomeCounts counts(ResultSet row, String prefix) throws SQLException {
    return new OutcomeCounts(
        row.getLong(prefix + "_passed"),
        row.getLong(prefix + "_failed"),
        row.getLong(prefix + "_incomplete"));
  }
}
