package io.crowdbench.ui.runs;

import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.ui.base.Answer;
import java.util.List;

/// The runs, asked of run-service.
public interface Runs {

  Answer<List<RunRow>> all();

  Answer<RunRow> one(String id);

  /// All that has happened to a run, in order.
  Answer<List<RunEvent>> events(String id);

  /// Ends a run early; what it has measured stays.
  Answer<RunRow> stop(String id);

  /// Changes the load of a running run.
  Answer<RunRow> change(String id, LoadChange kind, LoadWish wish);
}
