package io.crowdbench.runs.lifecycle;

import io.crowdbench.api.RunLine;
import io.crowdbench.kit.web.Page;
import io.crowdbench.kit.web.PageRequest;
import io.crowdbench.messages.run.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Lists of runs, the newest first: two statements for a part of them, however many runs and slaves
/// there are.
@Repository
class RunLines {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient database;

  RunLines(JdbcClient database) {
    this.database = database;
  }

  Page<RunLine> page(PageRequest request, Set<RunState> states) {
    var names = states.stream().map(RunState::name).collect(Collectors.toSet());
    long total =
        database
            .sql("select count(*) from run where state in (:states)")
            .param("states", names)
            .query(Long.class)
            .single();
    var found =
        database
            .sql(
                """
                select id, plan_id, name, state, reason, created_at, start_at, ended_at,
                  slave_count, first_slaves
                from run
                where state in (:states) and (:after::text is null
                  or (created_at, id) < (select created_at, id from run where id = :after))
                order by created_at desc, id desc
                limit :limit
                """)
            .param("states", names)
            .param("after", request.after())
            .param("limit", request.limit() + 1)
            .query((row, _) -> line(row))
            .list();
    return Page.of(request, found, total, RunLine::id);
  }

  private static RunLine line(ResultSet row) throws SQLException {
    return new RunLine(
        row.getString("id"),
        row.getString("plan_id"),
        row.getString("name"),
        RunState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("start_at")),
        instant(row.getTimestamp("ended_at")),
        row.getInt("slave_count"),
        names(row.getString("first_slaves")));
  }

  private static List<String> names(String json) {
    return Arrays.asList(JSON.readValue(json, String[].class));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
