package io.crowdbench.runs.lifecycle;

import io.crowdbench.kit.Outbox;
import io.crowdbench.messages.run.RunEvent;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What happened to runs: written in the transaction of the change itself, told to Kafka
/// afterwards. So nothing is told that did not happen, and nothing that happened stays untold.
@Repository
class History {

  private final JdbcClient database;
  private final JsonMapper json;
  private final Outbox outbox;

  History(JdbcClient database, JsonMapper json, Outbox outbox) {
    this.database = database;
    this.json = json;
    this.outbox = outbox;
  }

  /// Must run in the transaction that saves the run.
  void append(String run, List<LongFunction<RunEvent>> events) {
    long next =
        database
            .sql("select coalesce(max(number) + 1, 0) from history where run = ?")
            .param(run)
            .query(Long.class)
            .single();
    for (var event : events) {
      var content = json.writeValueAsString(event.apply(next));
      database
          .sql("insert into history (run, number, content) values (?, ?, ?)")
          .params(run, next++, content)
          .update();
    }
  }

  /// Tells what is not told yet, in order. What is told when the service dies here is told again.
  synchronized void tell() {
    var untold =
        database
            .sql("select content from history where not told order by run, number")
            .query(String.class)
            .list();
    for (var content : untold) {
      var event = json.readValue(content, RunEvent.class);
      outbox.tell("runEvents-out-0", event);
      database
          .sql("update history set told = true where run = ? and number = ?")
          .params(event.run(), event.number())
          .update();
    }
  }

  List<RunEvent> of(String run) {
    return database
        .sql("select content from history where run = ? order by number")
        .param(run)
        .query((row, _) -> json.readValue(row.getString(1), RunEvent.class))
        .list();
  }
}
