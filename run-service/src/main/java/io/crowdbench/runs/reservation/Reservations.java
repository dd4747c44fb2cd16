package io.crowdbench.runs.reservation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which run holds which slave. The database's primary key is what makes sure of one run at a time.
@Repository
public class Reservations {

  private final JdbcClient database;

  Reservations(JdbcClient database) {
    this.database = database;
  }

  /// Takes all of the slaves for the run, or none.
  ///
  /// @return the runs that hold some of them, by slave; empty when all are this run's now
  @Transactional
  public Map<String, String> take(String run, List<String> slaves) {
    var others = holders(slaves, run);
    if (others.isEmpty()) {
      // In their order, so that two runs that want the same do not wait for each other.
      database
          .sql(
              """
              insert into reservation (slave, run)
              select slave, :run from unnest(:slaves::text[]) slave order by slave
              on conflict do nothing
              """)
          .param("run", run)
          .param("slaves", slaves.toArray(String[]::new))
          .update();
      others = holders(slaves, run);
      if (!others.isEmpty()) {
        // Another run was quicker for some of them: give back what was taken, and wait for all.
        release(run);
      }
    }
    return others;
  }

  private Map<String, String> holders(List<String> slaves, String except) {
    return database
        .sql("select slave, run from reservation where slave = any (:slaves) and run <> :run")
        .param("slaves", slaves.toArray(String[]::new))
        .param("run", except)
        .query((row, _) -> Map.entry(row.getString("slave"), row.getString("run")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Gives back all that the run holds. A repeat changes nothing.
  public void release(String run) {
    database.sql("delete from reservation where run = ?").param(run).update();
  }

  /// Gives back what runs hold that have ended or are not there: they can't give it back any more.
  public void releaseEnded() {
    database
        .sql(
            """
            delete from reservation where not exists (
              select from run where run.id = reservation.run
                and run.state not in ('COMPLETED', 'ABORTED', 'CANCELLED', 'FAILED'))
            """)
        .update();
  }
}
