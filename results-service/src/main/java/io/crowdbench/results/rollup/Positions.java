package io.crowdbench.results.rollup;

import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which records have been seen. It is what makes a repeated record change nothing, and a record of
/// an agent that was replaced stay out.
@Component
class Positions {

  private static final String CLAIM =
      """
      insert into position (run, slave, epoch, sequence, second, fenced)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private final JdbcTemplate database;

  Positions(JdbcTemplate database) {
    this.database = database;
  }

  /// Remembers the records and returns those that count: never seen before, and not from an epoch
  /// that a later one of the same slave has ended.
  List<Sample> claim(List<Sample> samples) {
    var latest = new HashMap<Stream, Long>();
    var rows = new ArrayList<@Nullable Object[]>();
    var fenced = new ArrayList<Boolean>();
    for (var sample : samples) {
      var it = sample.message();
      var stream = new Stream(it.run(), it.slave());
      var epoch = Math.max(it.epoch(), latest.computeIfAbsent(stream, this::latestStored));
      latest.put(stream, epoch);
      var late = it.epoch() < epoch;
      fenced.add(late);
      rows.add(
          new @Nullable Object[] {
            it.run(), it.slave(), it.epoch(), it.sequence(), second(it), late
          });
    }
    var inserted = database.batchUpdate(CLAIM, rows);
    var fresh = new ArrayList<Sample>();
    for (int i = 0; i < inserted.length; i++) {
      if (inserted[i] == 1 && !fenced.get(i)) {
        fresh.add(samples.get(i));
      }
    }
    return fresh;
  }

  private long latestStored(Stream stream) {
    var stored =
        database.queryForObject(
            "select coalesce(max(epoch), 0) from stream where run = ? and slave = ?",
            Long.class,
            stream.run(),
            stream.slave());
    return stored == null ? 0 : stored;
  }

  /// Slaves that have a record in a second.
  List<String> slaves(String run, int second) {
    return database.query(
        """
        select distinct slave from position
        where run = ? and second = ? and not fenced order by slave
        """,
        (row, _) -> row.getString("slave"),
        run,
        second);
  }

  private static @Nullable Integer second(SampleMessage message) {
    return switch (message) {
      case SampleBatch batch -> batch.second();
      case EndOfStream _ -> null;
    };
  }

  private record Stream(String run, String slave) {}
}
