package io.crowdbench.results.rollup;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.Series;
import io.crowdbench.results.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What one slave measured of one kind, action, name and outcome, in a second or in the whole run.
record SeriesRow(
    String slave,
    Kind kind,
    String action,
    String name,
    Outcome outcome,
    long count,
    long bytesSent,
    long bytesReceived,
    @Nullable Encoded latency,
    @Nullable Encoded intendedLatency) {

  static final int LONGEST_NAME = 300;

  static SeriesRow of(String slave, Series series) {
    return new SeriesRow(
        slave,
        series.kind(),
        StoredText.fit(series.action(), LONGEST_NAME),
        StoredText.fit(series.name(), LONGEST_NAME),
        series.outcome(),
        series.count(),
        series.bytesSent(),
        series.bytesReceived(),
        Encoded.ofBase64(series.latency()),
        Encoded.ofBase64(series.intendedLatency()));
  }

  static SeriesRow of(ResultSet row, int number) throws SQLException {
    return new SeriesRow(
        row.getString("slave"),
        Kind.valueOf(row.getString("kind")),
        row.getString("action"),
        row.getString("name"),
        Outcome.valueOf(row.getString("outcome")),
        row.getLong("count"),
        row.getLong("bytes_sent"),
        row.getLong("bytes_received"),
        encoded(row.getBytes("latency")),
        encoded(row.getBytes("intended_latency")));
  }

  private static @Nullable Encoded encoded(byte @Nullable [] bytes) {
    return bytes == null ? null : Encoded.of(bytes);
  }
}
