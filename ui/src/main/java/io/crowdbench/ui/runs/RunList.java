package io.crowdbench.ui.runs;

import io.crowdbench.api.Page;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunPlanned;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The latest runs as a page knows them: what was answered, kept up to date by what is told.
public final class RunList {

  private final Map<String, ListedRun> rows = new HashMap<>();

  /// How many runs there are, with those that are not known here.
  private long total;

  public static boolean wants(Message message) {
    return message instanceof RunEvent;
  }

  public void replace(Page<ListedRun> runs) {
    rows.clear();
    runs.entries().forEach(this::add);
    total = runs.total();
  }

  /// Adds one of those that are counted already.
  public void add(ListedRun run) {
    rows.put(run.id(), run);
  }

  public void take(Message message) {
    switch (message) {
      case RunPlanned planned -> {
        if (rows.putIfAbsent(planned.run(), ListedRun.of(planned)) == null) {
          total++;
        }
      }
      case RunEvent event -> rows.computeIfPresent(event.run(), (_, row) -> row.after(event));
      default -> {
        // Not about runs.
      }
    }
  }

  /// Those that are known here, newest first.
  public List<ListedRun> runs() {
    return rows.values().stream()
        .sorted(Comparator.comparing(ListedRun::createdAt).reversed())
        .toList();
  }

  public long total() {
    return total;
  }
}
