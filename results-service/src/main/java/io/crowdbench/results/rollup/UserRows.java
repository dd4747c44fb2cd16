package io.crowdbench.results.rollup;

import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.results.StoredText;
import io.crowdbench.results.rollup.Sample.Measured;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// How many users were at work, second by second.
@Component
class UserRows {

  private final JdbcTemplate database;

  UserRows(JdbcTemplate database) {
    this.database = database;
  }

  /// Users are a level, not a count: of two records of one second the later one holds.
  void add(List<Measured> batches) {
    var rows = new ArrayList<Object[]>();
    for (var measured : batches) {
      var batch = measured.batch();
      for (var users : batch.users()) {
        rows.add(
            new Object[] {
              batch.run(),
              batch.second(),
              batch.slave(),
              StoredText.fit(users.action(), SeriesRow.LONGEST_NAME),
              batch.epoch(),
              batch.sequence(),
              users.active(),
              users.inFlight()
            });
      }
    }
    database.batchUpdate(
        """
        insert into users (run, second, slave, action, epoch, sequence, active, in_flight)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (run, second, slave, action) do update set
          epoch = excluded.epoch, sequence = excluded.sequence,
          active = excluded.active, in_flight = excluded.in_flight
        where (users.epoch, users.sequence) < (excluded.epoch, excluded.sequence)
        """,
        rows);
  }

  List<SlaveUsers> of(String run, int second) {
    return database.query(
        """
        select slave, action, active, in_flight from users
        where run = ? and second = ? order by action, slave
        """,
        (row, _) ->
            new SlaveUsers(
                row.getString("slave"),
                new ActionUsers(
                    row.getString("action"), row.getInt("active"), row.getInt("in_flight"))),
        run,
        second);
  }

  record SlaveUsers(String slave, ActionUsers users) {}
}
