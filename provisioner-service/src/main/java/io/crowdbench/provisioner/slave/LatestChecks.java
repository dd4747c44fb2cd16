package io.crowdbench.provisioner.slave;

import io.crowdbench.api.CheckLine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the latest check of each slave found.
@Component
public class LatestChecks {

  private static final TypeReference<List<CheckLine>> LINES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  LatestChecks(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  record Check(String slave, Instant at, List<CheckLine> lines) {}

  /// Nothing for a slave that is gone meanwhile.
  public void keep(String slave, List<CheckLine> lines) {
    jdbc.sql(
            """
            insert into slave_check (slave, checked_at, lines)
            select id, ?, ? from slave where id = ?
            on conflict (slave) do update
            set checked_at = excluded.checked_at, lines = excluded.lines
            """)
        .params(clock.instant().atOffset(ZoneOffset.UTC), json.writeValueAsString(lines), slave)
        .update();
  }

  /// By slave, in one query.
  Map<String, Check> of(Collection<String> slaves) {
    if (slaves.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select slave, checked_at, lines from slave_check where slave in (:slaves)")
        .param("slaves", slaves)
        .query((row, _) ->
            new Check(
                row.getString("slave"),
                row.getTimestamp("checked_at").toInstant(),
                json.readValue(row.getString("lines"), LINES)))
        .list()
        .stream()
        .collect(Collectors.toMap(Check::slave, check -> check));
  }
}
