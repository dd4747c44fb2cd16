package io.crowdbench.results.intake;

import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.results.store.Ranges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps what is known of streams.
@Component
class Streams {

  private static final String SAVE =
      """
      insert into stream values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (run, slave, epoch) do update set
        last_second = excluded.last_second,
        received = excluded.received,
        fenced = excluded.fenced,
        dropped_lines = excluded.dropped_lines,
        dropped_errors = excluded.dropped_errors,
        untimed = excluded.untimed,
        stored_operations_passed = excluded.stored_operations_passed,
        stored_operations_failed = excluded.stored_operations_failed,
        stored_operations_incomplete = excluded.stored_operations_incomplete,
        stored_transactions_passed = excluded.stored_transactions_passed,
        stored_transactions_failed = excluded.stored_transactions_failed,
        stored_transactions_incomplete = excluded.stored_transactions_incomplete,
        ended = excluded.ended,
        counted_operations_passed = excluded.counted_operations_passed,
        counted_operations_failed = excluded.counted_operations_failed,
        counted_operations_incomplete = excluded.counted_operations_incomplete,
        counted_transactions_passed = excluded.counted_transactions_passed,
        counted_transactions_failed = excluded.counted_transactions_failed,
        counted_transactions_incomplete = excluded.counted_transactions_incomplete,
        counted_batches = excluded.counted_batches
      """;

  private final JdbcTemplate database;

  Streams(JdbcTemplate database) {
    this.database = database;
  }

  List<Stream> of(int run, Set<Integer> slaves) {
    return database.query(
        "select * from stream where run = ? and slave = any (?) order by epoch",
        Streams::stream,
        run,
        slaves.toArray(Integer[]::new));
  }

  void save(int run, Collection<Stream> streams) {
    var rows = new ArrayList<Object[]>();
    for (var stream : streams) {
      rows.add(columns(run, stream));
    }
    database.batchUpdate(SAVE, rows);
  }

  private static Object[] columns(int run, Stream it) {
    var counted = it.counted == null ? FinalCounters.NONE : it.counted;
    return new Object[] {
      run,
      it.slave,
      it.epoch,
      it.lastSecond,
      it.received.toString(),
      it.fenced.toString(),
      it.droppedLines,
      it.droppedErrors,
      it.untimed,
      it.operations.passed(),
      it.operations.failed(),
      it.operations.incomplete(),
      it.transactions.passed(),
      it.transactions.failed(),
      it.transactions.incomplete(),
      it.counted != null,
      counted.operations().passed(),
      counted.operations().failed(),
      counted.operations().incomplete(),
      counted.transactions().passed(),
      counted.transactions().failed(),
      counted.transactions().incomplete(),
      counted.batches()
    };
  }

  private static Stream stream(ResultSet row, int number) throws SQLException {
    var stream =
        new Stream(
            row.getInt("slave"),
            row.getLong("epoch"),
            Ranges.of(row.getString("received")),
            Ranges.of(row.getString("fenced")));
    stream.lastSecond = row.getInt("last_second");
    stream.droppedLines = row.getLong("dropped_lines");
    stream.droppedErrors = row.getLong("dropped_errors");
    stream.untimed = row.getLong("untimed");
    stream.operations = counts(row, "stored_operations");
    stream.transactions = counts(row, "stored_transactions");
    if (row.getBoolean("ended")) {
      stream.counted =
          new FinalCounters(
              counts(row, "counted_operations"),
              counts(row, "counted_transactions"),
              row.getLong("counted_batches"));
    }
    return stream;
  }

  private static OutcomeCounts counts(ResultSet row, String prefix) throws SQLException {
    return new OutcomeCounts(
        row.getLong(prefix + "_passed"),
        row.getLong(prefix + "_failed"),
        row.getLong(prefix + "_incomplete"));
  }
}
