package io.crowdbench.results.rollup;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.results.rollup.Sample.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The whole run so far, per slave, kind, action, name and outcome.
@Component
class Totals {

  private static final String SAVE =
      """
      insert into total (run, slave, kind, action, name, outcome,
        count, bytes_sent, bytes_received, latency, intended_latency)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (run, slave, kind, action, name, outcome) do update set
        count = excluded.count, bytes_sent = excluded.bytes_sent,
        bytes_received = excluded.bytes_received, latency = excluded.latency,
        intended_latency = excluded.intended_latency
      """;

  private final JdbcTemplate database;

  Totals(JdbcTemplate database) {
    this.database = database;
  }

  /// Adds what was measured of one run. The rows stay locked until the transaction ends.
  void add(String run, List<Measured> batches) {
    var sums = new LinkedHashMap<Key, Total>();
    for (var measured : batches) {
      for (var row : measured.rows()) {
        sums.computeIfAbsent(Key.of(row), _ -> new Total()).add(row);
      }
    }
    var slaves = sums.keySet().stream().map(Key::slave).distinct().toArray(String[]::new);
    for (var row :
        database.query(
            "select * from total where run = ? and slave = any (?) for update",
            SeriesRow::of,
            run,
            slaves)) {
      sums.computeIfPresent(
          Key.of(row),
          (_, total) -> {
            total.add(row);
            return total;
          });
    }
    var rows = new ArrayList<@Nullable Object[]>();
    sums.forEach((key, total) -> rows.add(columns(run, key, total)));
    database.batchUpdate(SAVE, rows);
  }

  List<SeriesRow> of(String run) {
    return database.query("select * from total where run = ?", SeriesRow::of, run);
  }

  private static @Nullable Object[] columns(String run, Key key, Total total) {
    return new @Nullable Object[] {
      run,
      key.slave(),
      key.kind().name(),
      key.action(),
      key.name(),
      key.outcome().name(),
      total.count,
      total.bytesSent,
      total.bytesReceived,
      Total.bytes(total.latency),
      Total.bytes(total.intendedLatency)
    };
  }

  private record Key(String slave, Kind kind, String action, String name, Outcome outcome) {

    static Key of(SeriesRow row) {
      return new Key(row.slave(), row.kind(), row.action(), row.name(), row.outcome());
    }
  }
}
