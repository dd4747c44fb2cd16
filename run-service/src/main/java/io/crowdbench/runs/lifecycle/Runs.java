package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/// All runs.
interface Runs extends ListCrudRepository<Run, String> {

  @Query("select id from run where state in (:states) order by created_at")
  List<String> findIdsByState(Collection<RunState> states);

  /// @param since runs that have ended later are among them
  @Query("select id from run where state in (:states) or ended_at > :since order by created_at")
  List<String> findIdsUnderWaySince(Collection<RunState> states, Instant since);
}
