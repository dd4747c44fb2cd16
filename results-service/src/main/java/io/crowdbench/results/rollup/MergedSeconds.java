package io.crowdbench.results.rollup;

import io.crowdbench.messages.result.SecondMerged;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Merged seconds as they were told, kept so that a page that opens late need not merge them again.
@Component
class MergedSeconds {

  private final JdbcTemplate database;
  private final JsonMapper json;

  MergedSeconds(JdbcTemplate database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  void save(List<SecondMerged> seconds) {
    database.batchUpdate(
        """
        insert into merged_second (run, slave, second, message) values (?, ?, ?, ?)
        on conflict (run, slave, second) do update set message = excluded.message
        """,
        seconds.stream()
            .map(
                it -> new Object[] {it.run(), it.slave(), it.second(), json.writeValueAsString(it)})
            .toList());
  }

  List<SecondMerged> of(String run, String slave, int from) {
    return database.query(
        """
        select message from merged_second
        where run = ? and slave = ? and second >= ? order by second
        """,
        (row, _) -> json.readValue(row.getString("message"), SecondMerged.class),
        run,
        slave,
        from);
  }
}
