package io.crowdbench.results.strain;

import io.crowdbench.messages.result.GeneratorStrained.StrainGroup;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.Strain.Limit;
import io.crowdbench.results.StoredText;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Where the slaves of a run were at a limit of their own, a group per slave and limit.
@Component
public class Strains {

  private static final int LONGEST_SENTENCE = 1_000;

  private final JdbcTemplate database;

  Strains(JdbcTemplate database) {
    this.database = database;
  }

  /// Adds those of batches that were not added before.
  public void add(List<SampleBatch> batches) {
    var rows = new ArrayList<Object[]>();
    for (var batch : batches) {
      for (var strain : batch.strains()) {
        rows.add(
            new Object[] {
              batch.run(),
              batch.slave(),
              strain.limit().name(),
              batch.second(),
              batch.second(),
              StoredText.fit(strain.sentence(), LONGEST_SENTENCE)
            });
      }
    }
    database.batchUpdate(
        """
        insert into strain (run, slave, strained, seconds, first_second, last_second, sentence)
        values (?, ?, ?, 1, ?, ?, ?)
        on conflict (run, slave, strained) do update set
          seconds = strain.seconds + 1,
          first_second = least(strain.first_second, excluded.first_second),
          last_second = greatest(strain.last_second, excluded.last_second),
          sentence = excluded.sentence
        """,
        rows);
  }

  /// Those that were met in most seconds first.
  List<StrainGroup> of(String run) {
    return database.query(
        "select * from strain where run = ? order by seconds desc, slave, strained",
        (row, _) ->
            new StrainGroup(
                row.getString("slave"),
                Limit.valueOf(row.getString("strained")),
                row.getLong("seconds"),
                row.getInt("first_second"),
                row.getInt("last_second"),
                row.getString("sentence")),
        run);
  }
}
