package io.crowdbench.results.rollup;

import io.crowdbench.results.rollup.Sample.Measured;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What was measured, second by second, as it came.
@Component
class SeriesRows {

  private final JdbcTemplate database;

  SeriesRows(JdbcTemplate database) {
    this.database = database;
  }

  void add(List<Measured> batches) {
    var rows = new ArrayList<@Nullable Object[]>();
    for (var measured : batches) {
      for (var row : measured.rows()) {
        rows.add(columns(measured, row));
      }
    }
    database.batchUpdate(
        """
        insert into series (run, slave, epoch, sequence, second, kind, action, name, outcome,
          count, bytes_sent, bytes_received, latency, intended_latency)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  List<SeriesRow> of(String run, int second) {
    return database.query(
        "select * from series where run = ? and second = ?", SeriesRow::of, run, second);
  }

  private static @Nullable Object[] columns(Measured measured, SeriesRow row) {
    var batch = measured.batch();
    return new @Nullable Object[] {
      batch.run(),
      batch.slave(),
      batch.epoch(),
      batch.sequence(),
      batch.second(),
      row.kind().name(),
      row.action(),
      row.name(),
      row.outcome().name(),
      row.count(),
      row.bytesSent(),
      row.bytesReceived(),
      row.latency() == null ? null : row.latency().bytes(),
      row.intendedLatency() == null ? null : row.intendedLatency().bytes()
    };
  }
}
