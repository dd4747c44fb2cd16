package io.crowdbench.results.overload;

import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.messages.sample.Overload;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.results.StoredText;
import io.crowdbench.results.store.StoredRun;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Where the load generators of a run were overloaded, a group per slave and cause.
@Component
public class Overloads {

  private static final int MAX_SENTENCE = 1_000;

  private final JdbcTemplate database;

  Overloads(JdbcTemplate database) {
    this.database = database;
  }

  private record Key(int slave, Overload.Limit cause) {}

  private record Sum(long seconds, int first, int last, String sentence) {

    /// @param other came later
    Sum plus(Sum other) {
      return new Sum(
          seconds + other.seconds,
          Math.min(first, other.first),
          Math.max(last, other.last),
          other.sentence);
    }
  }

  /// Adds those of batches that were not added before.
  public void add(StoredRun run, List<SampleBatch> batches) {
    var sums = new LinkedHashMap<Key, Sum>();
    for (var batch : batches) {
      var slave = run.slave(batch.slave());
      for (var overload : batch.overloads()) {
        if (slave != null) {
          var sentence = StoredText.fit(overload.sentence(), MAX_SENTENCE);
          sums.merge(
              new Key(slave, overload.limit()),
              new Sum(1, batch.second(), batch.second(), sentence),
              Sum::plus);
        }
      }
    }
    database.batchUpdate(
        """
        insert into overload (run, slave, cause, seconds, first_second, last_second, sentence)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (run, slave, cause) do update set
          seconds = overload.seconds + excluded.seconds,
          first_second = least(overload.first_second, excluded.first_second),
          last_second = greatest(overload.last_second, excluded.last_second),
          sentence = excluded.sentence
        """,
        sums.entrySet().stream().map(it -> columns(run, it.getKey(), it.getValue())).toList());
  }

  private static Object[] columns(StoredRun run, Key key, Sum sum) {
    return new Object[] {
      run.number(),
      key.slave(),
      key.cause().name(),
      sum.seconds(),
      sum.first(),
      sum.last(),
      sum.sentence()
    };
  }

  /// Those that were met in most seconds first.
  List<OverloadGroup> of(String run, int limit) {
    return database.query(
        """
        select overload.*, run_slave.slave as id from known_run
          join overload on overload.run = known_run.number
          join run_slave on run_slave.run = known_run.number
            and run_slave.number = overload.slave
        where known_run.id = ? order by seconds desc, run_slave.slave, cause limit ?
        """,
        (row, _) ->
            new OverloadGroup(
                row.getString("id"),
                Overload.Limit.valueOf(row.getString("cause")),
                row.getLong("seconds"),
                row.getInt("first_second"),
                row.getInt("last_second"),
                row.getString("sentence")),
        run,
        limit);
  }
}
