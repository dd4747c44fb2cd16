package io.crowdbench.ui.runs;

import io.crowdbench.ui.base.Answer;
import java.util.List;

/// The runs, asked of run-service.
public interface Runs {

  Answer<List<RunRow>> all();

  Answer<RunRow> one(String id);
}
