package io.crowdbench.results.run;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/// The runs told on run-events.
public interface KnownRuns extends CrudRepository<KnownRun, String> {

  /// Runs that ended before an instant and whose proof was not told since.
  @Query("select id from known_run where started and not proven and ended_at < :before")
  List<String> findUnproven(Instant before);

  /// True when the run was planned or has sent something: samples may come before its plan.
  @Query(
      """
      select exists (select from known_run where id = :run)
          or exists (select from stream where run = :run)
      """)
  boolean isKnown(String run);

  /// True when the slave is one of the run's or has sent something in it.
  @Query(
      """
      select exists (select from known_slave where known_run = :run and slave = :slave)
          or exists (select from stream where run = :run and slave = :slave)
      """)
  boolean isKnown(String run, String slave);

  /// True when each slave of the run has ended every stream it began, and has begun one.
  @Query(
      """
      select exists (select from known_slave where known_run = :run)
         and not exists (select from stream where run = :run and not ended)
         and not exists (select from known_slave where known_run = :run
               and slave not in (select slave from stream where run = :run))
      """)
  boolean hasEverySlaveEnded(String run);
}
