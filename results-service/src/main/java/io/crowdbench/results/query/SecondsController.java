package io.crowdbench.results.query;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.results.store.Lines;
import io.crowdbench.results.store.Windows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Merged seconds of a run in full, as on the topic `results`. They are large: for charts ask for
/// series.
@RestController
class SecondsController {

  private static final int MAX_SECONDS = 600;

  private final Asked asked;
  private final Windows windows;
  private final Clock clock;

  SecondsController(Asked asked, Windows windows, Clock clock) {
    this.asked = asked;
    this.windows = windows;
    this.clock = clock;
  }

  /// At most 600 seconds from the first on.
  @GetMapping("/api/results/{run}/seconds")
  List<SecondMerged> seconds(
      @PathVariable String run,
      @RequestParam(defaultValue = Result.ALL_SLAVES) String slave,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(required = false) @Nullable Integer to) {
    int end = to == null ? from + MAX_SECONDS : Math.min(to, from + MAX_SECONDS);
    var about = asked.window(run, List.of(slave), from, end);
    var found = new ArrayList<SecondMerged>();
    if (about.run() != null) {
      var stored = about.run();
      windows.steps(
          about.window(),
          1,
          (second, measured) -> {
            var lines = Lines.of(stored, measured);
            found.add(
                new SecondMerged(
                    Message.SCHEMA,
                    clock.instant(),
                    run,
                    second,
                    slave,
                    measured.slaves(),
                    lines.users(),
                    lines.inShort()));
          });
    }
    return found;
  }
}
