package io.crowdbench.results.run;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/// The runs told on run-events.
public interface KnownRuns extends CrudRepository<KnownRun, String> {

  /// Runs that ended before an instant and that were not checked since.
  @Query("select id from known_run where started and not checked and ended_at < :before")
  List<String> findUnchecked(Instant before);

  /// True when the slave is one of the run's or has sent something in it.
  @Query(
      """
      select exists (select from known_slave where known_run = :run and slave = :slave)
          or exists (select from run_slave join known_run on run_slave.run = known_run.number
               where known_run.id = :run and run_slave.slave = :slave)
      """)
  boolean isKnown(String run, String slave);

  @Query("select exists (select from deleted_run where id = :run)")
  boolean isDeleted(String run);

  @Query("select number from known_run where id = :run")
  int numberOf(String run);

  @Query("select exists (select from known_run where number = :number and ended_at < :before)")
  boolean hasEndedBefore(int number, Instant before);

  /// True when each slave of the run has ended every stream it began, and has begun one.
  @Query(
      """
      select exists (select from known_slave where known_run = :run)
         and not exists (select from stream join known_run on stream.run = known_run.number
               where known_run.id = :run and not ended)
         and not exists (select from known_slave where known_run = :run
               and slave not in (select run_slave.slave from stream
                 join known_run on stream.run = known_run.number
                 join run_slave on run_slave.run = stream.run and run_slave.number = stream.slave
                 where known_run.id = :run))
      """)
  boolean hasEverySlaveEnded(String run);
}
