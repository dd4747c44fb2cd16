package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunState;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

/// All runs.
interface Runs extends ListCrudRepository<Run, String> {

  List<Run> findByStateInOrderByCreatedAt(Collection<RunState> states);

  List<Run> findAllByOrderByCreatedAtDesc();
}
