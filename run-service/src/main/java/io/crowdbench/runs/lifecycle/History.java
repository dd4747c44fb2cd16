package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What happened to runs, numbered, written in the transaction of the change itself.
@Repository
class History {

  private final JdbcClient database;
  private final JdbcTemplate template;
  private final JsonMapper json;

  History(JdbcTemplate template, JsonMapper json) {
    this.database = JdbcClient.create(template);
    this.template = template;
    this.json = json;
  }

  /// Must run in the transaction that saves the run.
  ///
  /// @return the events, with their numbers
  List<RunEvent> append(String run, List<LongFunction<RunEvent>> events) {
    var appended = new ArrayList<RunEvent>();
    if (events.isEmpty()) {
      return appended;
    }
    long next =
        database
            .sql("select coalesce(max(number) + 1, 0) from history where run = ?")
            .param(run)
            .query(Long.class)
            .single();
    for (var event : events) {
      appended.add(event.apply(next++));
    }
    template.batchUpdate(
        "insert into history (run, number, content, told) values (?, ?, ?, true)",
        appended.stream()
            .map(event -> new Object[] {run, event.number(), json.writeValueAsString(event)})
            .toList());
    return appended;
  }

  List<RunEvent> of(String run) {
    return database
        .sql("select content from history where run = ? order by number")
        .param(run)
        .query((row, _) -> json.readValue(row.getString(1), RunEvent.class))
        .list();
  }
}
