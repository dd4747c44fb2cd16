package io.crowdbench.results.query;

import io.crowdbench.kit.Refused;
import io.crowdbench.messages.result.Result;
import io.crowdbench.results.run.RunCheck;
import io.crowdbench.results.store.Measurements.Wanted;
import io.crowdbench.results.store.StoredRun;
import io.crowdbench.results.store.StoredRuns;
import io.crowdbench.results.store.Windows.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks what a request asks for.
@Component
class Asked {

  private final RunCheck check;
  private final StoredRuns runs;

  Asked(RunCheck check, StoredRuns runs) {
    this.check = check;
    this.runs = runs;
  }

  /// What a request is about.
  ///
  /// @param run absent when nothing was taken in of it yet
  record About(@Nullable StoredRun run, Window window) {}

  /// @param slaves ids; [Result#ALL_SLAVES] for all together
  /// @param to absent for the end
  About window(String id, List<String> slaves, int from, @Nullable Integer to) {
    check.run(id);
    slaves.forEach(slave -> check.slave(id, slave));
    int end = to == null ? Integer.MAX_VALUE : to;
    if (from < 0 || end <= from) {
      throw Refused.invalid(
          List.of(
              "The window from second %d to %d is empty: give from, at least 0, and a greater to."
                  .formatted(from, end)));
    }
    var run = runs.find(id).orElse(null);
    var numbers = new ArrayList<Integer>();
    for (var slave : slaves) {
      var number = run == null ? null : run.slave(slave);
      if (!slave.equals(Result.ALL_SLAVES)) {
        // One that nothing came of has no number yet, and no rows.
        numbers.add(number == null ? -1 : number);
      }
    }
    int number = run == null ? 0 : run.number();
    return new About(run, new Window(number, numbers, from, end, Wanted.ALL));
  }
}
