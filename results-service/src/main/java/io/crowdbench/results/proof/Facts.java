package io.crowdbench.results.proof;

import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads off the database what a proof is made of.
@Component
class Facts {

  private static final int MISSING_NAMED = 10;

  private final JdbcTemplate database;

  Facts(JdbcTemplate database) {
    this.database = database;
  }

  /// Every stream, in the order of slave and epoch. A stream that has not ended should at least
  /// have every record up to its last one.
  List<StreamFacts> streams(String run) {
    return database.query(
        """
        select stream.*, coalesce(seen.records, 0) as records, coalesce(seen.fenced, 0) as fenced,
          case when ended then counted_batches else coalesce(seen.highest + 1, 0) end as expected
        from stream left join (
          select slave, epoch,
            count(*) filter (where second is not null and not fenced) as records,
            count(*) filter (where fenced) as fenced,
            max(sequence) filter (where second is not null and not fenced) as highest
          from position where run = ? group by slave, epoch) seen using (slave, epoch)
        where run = ? order by slave, epoch
        """,
        (row, _) -> stream(run, row),
        run,
        run);
  }

  private StreamFacts stream(String run, ResultSet row) throws SQLException {
    var slave = row.getString("slave");
    var epoch = row.getLong("epoch");
    var records = row.getLong("records");
    var expected = row.getLong("expected");
    return new StreamFacts(
        slave,
        epoch,
        row.getBoolean("ended"),
        row.getObject("last_second", Integer.class),
        new FinalCounters(
            counts(row, "counted_operations"),
            counts(row, "counted_transactions"),
            row.getLong("counted_batches")),
        records,
        row.getLong("fenced"),
        expected - records,
        expected == records ? List.of() : missing(run, slave, epoch, expected),
        row.getLong("dropped_lines"),
        row.getLong("dropped_errors"));
  }

  private List<Long> missing(String run, String slave, long epoch, long expected) {
    return database.query(
        """
        select number from generate_series(0, ? - 1) as number
        where not exists (select from position
          where run = ? and slave = ? and epoch = ? and sequence = number and not fenced)
        order by number limit ?
        """,
        (row, _) -> row.getLong("number"),
        expected,
        run,
        slave,
        epoch,
        MISSING_NAMED);
  }

  /// Stored operations and transactions by slave; batches are left at 0.
  Map<String, FinalCounters> stored(String run) {
    var stored = new HashMap<String, FinalCounters>();
    database.query(
        "select slave, kind, outcome, count from total where run = ?",
        row -> {
          stored.merge(row.getString("slave"), counters(row), FinalCounters::plus);
        },
        run);
    return stored;
  }

  private static FinalCounters counters(ResultSet row) throws SQLException {
    var counts = OutcomeCounts.of(Outcome.valueOf(row.getString("outcome")), row.getLong("count"));
    return switch (Kind.valueOf(row.getString("kind"))) {
      case OPERATION -> new FinalCounters(counts, OutcomeCounts.NONE, 0);
      case TRANSACTION -> new FinalCounters(OutcomeCounts.NONE, counts, 0);
      case GROUP, CONNECT, TLS, FIRST_BYTE, TIMING, COUNTER -> FinalCounters.NONE;
    };
  }

  private static OutcomeCounts counts(ResultSet row, String prefix) throws SQLException {
    return new OutcomeCounts(
        row.getLong(prefix + "_passed"),
        row.getLong(prefix + "_failed"),
        row.getLong(prefix + "_incomplete"));
  }
}
