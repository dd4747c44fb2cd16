package io.crowdbench.ui.runs;

import io.crowdbench.api.LoadChangeRequest;
import io.crowdbench.api.Page;
import io.crowdbench.api.Result;
import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunEvent;
import java.util.List;

/// The runs, asked of run-service.
public interface Runs {

  /// At least so many of the latest, if there are, newest first; and how many there are in all.
  Result<Page<ListedRun>> latest(int count);

  /// Those that have not ended, newest first.
  Result<Page<ListedRun>> underWay();

  Result<RunRow> one(String id);

  /// All that has happened to a run, in order.
  Result<List<RunEvent>> events(String id);

  /// Ends a run early; what it has measured stays.
  Result<RunRow> stop(String id);

  /// Changes the load of a running run.
  Result<RunRow> change(String id, LoadChange kind, LoadChangeRequest wish);
}
