package io.crowdbench.results.failure;

import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.results.run.RunCheck;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Grouped errors, most frequent first.
@RestController
class ErrorsController {

  private static final int MOST_ANSWERED = 1_000;

  private final ErrorGroups groups;
  private final RunCheck check;

  ErrorsController(ErrorGroups groups, RunCheck check) {
    this.groups = groups;
    this.check = check;
  }

  @GetMapping("/api/results/{run}/errors")
  List<ErrorGroup> errors(@PathVariable String run) {
    check.run(run);
    return groups.of(run, MOST_ANSWERED);
  }
}
