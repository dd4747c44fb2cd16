package io.crowdbench.runs.lifecycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When run-service was last known to run and to reach its database: kept, so that one that is
/// started again can say for how long it was away.
@Repository
class LastSign {

  private final JdbcClient database;

  LastSign(JdbcClient database) {
    this.database = database;
  }

  Optional<Instant> find() {
    return database
        .sql("select at from last_sign")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /// @param at by the broker's clock
  void keep(Instant at) {
    database
        .sql(
            "insert into last_sign (only_one, at) values (true, :at) on conflict (only_one) do update set at = excluded.at")
        .param("at", Timestamp.from(at))
        .update();
  }
}
