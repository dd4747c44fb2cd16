package io.crowdbench.results.debuglog;

import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.results.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Lines that actions logged. The first of each run are kept, all are counted.
@Component
class DebugLines {

  static final int MAX_KEPT = 10_000;
  private static final int MAX_LINE = 8_000;

  private final JdbcTemplate database;
  private final JsonMapper json;

  DebugLines(JdbcTemplate database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @Transactional
  void add(List<DebugLine> lines) {
    count(lines);
    lines.stream().collect(Collectors.groupingBy(DebugLine::run)).forEach(this::keep);
  }

  private void keep(String run, List<DebugLine> lines) {
    var room = Math.max(0, MAX_KEPT - kept(run));
    var rows = new ArrayList<Object[]>();
    for (var line : lines.stream().limit(room).toList()) {
      rows.add(
          new Object[] {
            line.run(),
            line.slave(),
            line.epoch(),
            line.sequence(),
            json.writeValueAsString(fit(line))
          });
    }
    database.batchUpdate(
        """
        insert into debug_line (run, slave, epoch, sequence, message) values (?, ?, ?, ?, ?)
        on conflict do nothing
        """,
        rows);
  }

  /// Lines are numbered by their runner, so the highest number tells how many there are, however
  /// often one comes.
  private void count(List<DebugLine> lines) {
    database.batchUpdate(
        """
        insert into debug_stream (run, slave, epoch, lines) values (?, ?, ?, ?)
        on conflict (run, slave, epoch) do update
        set lines = greatest(debug_stream.lines, excluded.lines)
        """,
        lines.stream()
            .map(line -> new Object[] {line.run(), line.slave(), line.epoch(), line.sequence() + 1})
            .toList());
  }

  long kept(String run) {
    return number("select count(*) from debug_line where run = ?", run);
  }

  long written(String run) {
    return number("select coalesce(sum(lines), 0) from debug_stream where run = ?", run);
  }

  /// Oldest first, from behind a number on.
  List<LoggedLine> after(String run, long after, int limit) {
    return database.query(
        """
        select number, message from debug_line
        where run = ? and number > ? order by number limit ?
        """,
        (row, _) -> logged(row.getLong("number"), row.getString("message")),
        run,
        after,
        limit);
  }

  /// The last ones, oldest first.
  List<LoggedLine> last(String run, int limit) {
    return database
        .query(
            """
            select number, message from debug_line
            where run = ? order by number desc limit ?
            """,
            (row, _) -> logged(row.getLong("number"), row.getString("message")),
            run,
            limit)
        .reversed();
  }

  private LoggedLine logged(long number, String message) {
    return new LoggedLine(number, json.readValue(message, DebugLine.class));
  }

  private long number(String sql, String run) {
    var number = database.queryForObject(sql, Long.class, run);
    return number == null ? 0 : number;
  }

  private static DebugLine fit(DebugLine line) {
    return new DebugLine(
        line.schema(),
        line.at(),
        line.run(),
        line.slave(),
        line.epoch(),
        line.sequence(),
        line.second(),
        line.action(),
        line.user(),
        StoredText.fit(line.text(), MAX_LINE));
  }
}
