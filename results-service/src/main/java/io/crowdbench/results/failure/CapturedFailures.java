package io.crowdbench.results.failure;

import io.crowdbench.messages.debuglog.CapturedFailure;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Examples of failed operations. Runners keep few of each kind, so that all of them are kept here,
/// up to a bound for runs on very many slaves.
@Component
public class CapturedFailures {

  static final int MAX_KEPT = 5_000;

  private final JdbcTemplate database;
  private final JsonMapper json;

  CapturedFailures(JdbcTemplate database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /// Keeps what was not kept before.
  public void add(List<CapturedFailure> failures) {
    database.batchUpdate(
        """
        insert into captured_failure (run, slave, epoch, sequence, message)
        select ?, ?, ?, ?, ? where (select count(*) from captured_failure where run = ?) < ?
        on conflict do nothing
        """,
        failures.stream()
            .map(failure ->
                new Object[] {
                  failure.run(),
                  failure.slave(),
                  failure.epoch(),
                  failure.sequence(),
                  // In JSON, PostgreSQL's one refused character is written with a backslash.
                  json.writeValueAsString(failure),
                  failure.run(),
                  MAX_KEPT
                })
            .toList());
  }

  /// Oldest first.
  List<CapturedFailure> of(String run) {
    return database.query(
        "select message from captured_failure where run = ? order by number",
        (row, _) -> json.readValue(row.getString("message"), CapturedFailure.class),
        run);
  }
}
