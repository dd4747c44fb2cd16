package io.crowdbench.ui.runs;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunPlanned;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The runs as a page knows them: what was answered, kept up to date by what is told.
public final class RunList {

  private final Map<String, RunRow> rows = new HashMap<>();

  public static boolean wants(Message message) {
    return message instanceof RunEvent;
  }

  public void replace(List<RunRow> runs) {
    rows.clear();
    runs.forEach(run -> rows.put(run.id(), run));
  }

  public void take(Message message) {
    switch (message) {
      case RunPlanned planned -> rows.putIfAbsent(planned.run(), RunRow.of(planned));
      case RunEvent event -> rows.computeIfPresent(event.run(), (_, row) -> row.after(event));
      default -> {
        // Not about runs.
      }
    }
  }

  /// Newest first.
  public List<RunRow> runs() {
    return rows.values().stream()
        .sorted(Comparator.comparing(RunRow::createdAt).reversed())
        .toList();
  }
}
