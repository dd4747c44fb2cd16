package io.crowdbench.results.debuglog;

import io.crowdbench.results.run.RunCheck;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Debug lines of a run, oldest first.
@RestController
class LogController {

  private final DebugLines lines;
  private final RunCheck check;

  LogController(DebugLines lines, RunCheck check) {
    this.lines = lines;
    this.check = check;
  }

  /// @param after number of the last line already read, or -1 for the last lines of the log
  @GetMapping("/api/results/{run}/logs")
  LogPage logs(
      @PathVariable String run,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "200") int limit) {
    check.run(run);
    var most = Math.clamp(limit, 1, DebugLines.MAX_KEPT);
    return new LogPage(
        lines.written(run),
        lines.kept(run),
        after < 0 ? lines.last(run, most) : lines.after(run, after, most));
  }
}
