package io.crowdbench.results.rollup;

import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.results.run.RunCheck;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Merged seconds of a run, as on the topic `results`.
@RestController
class SecondsController {

  private final MergedSeconds seconds;
  private final RunCheck check;

  SecondsController(MergedSeconds seconds, RunCheck check) {
    this.seconds = seconds;
    this.check = check;
  }

  @GetMapping("/api/results/{run}/seconds")
  List<SecondMerged> seconds(
      @PathVariable String run,
      @RequestParam(defaultValue = Result.ALL_SLAVES) String slave,
      @RequestParam(defaultValue = "0") int from) {
    check.slave(run, slave);
    return seconds.of(run, slave, from);
  }
}
