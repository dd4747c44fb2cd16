package io.crowdbench.results.query;

import io.crowdbench.messages.result.Folded;
import io.crowdbench.messages.result.Result;
import io.crowdbench.results.store.Blocks;
import io.crowdbench.results.store.Lines;
import io.crowdbench.results.store.Measurements;
import io.crowdbench.results.store.Windows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Exact percentiles per action and operation, of a whole run or any window of it.
@RestController
class SummaryController {

  private final Asked asked;
  private final Windows windows;
  private final Blocks blocks;

  SummaryController(Asked asked, Windows windows, Blocks blocks) {
    this.asked = asked;
    this.windows = windows;
    this.blocks = blocks;
  }

  /// @param slave ids with commas between, or `*` for all together
  /// @param from first second
  /// @param to first second after the window; without it, the end
  /// @param folded true for the resources of each visit in one line
  @GetMapping("/api/results/{run}/summary")
  Summary summary(
      @PathVariable String run,
      @RequestParam(defaultValue = Result.ALL_SLAVES) List<String> slave,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(required = false) @Nullable Integer to,
      @RequestParam(defaultValue = "false") boolean folded) {
    var about = asked.window(run, slave, from, to);
    var ids = String.join(",", slave);
    if (about.run() == null) {
      return new Summary(run, ids, 0, new Lines().inShort());
    }
    var window = about.window();
    Measurements sum = windows.sum(window);
    var numbers = window.slaves().isEmpty() ? List.of(Blocks.ALL) : window.slaves();
    int seconds = blocks.lastSecond(window.run(), numbers) + 1;
    var lines = Lines.of(about.run(), sum).inShort();
    return new Summary(run, ids, seconds, folded ? Folded.lines(lines) : lines);
  }
}
