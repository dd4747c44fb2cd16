package io.crowdbench.results.completeness;

import io.crowdbench.results.run.RunCheck;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What the runners counted, what is stored, and each difference; at any time of a run.
@RestController
class CompletenessController {

  private final CompletenessChecks checks;
  private final RunCheck check;

  CompletenessController(CompletenessChecks checks, RunCheck check) {
    this.checks = checks;
    this.check = check;
  }

  @GetMapping("/api/results/{run}/completeness")
  Completeness completeness(@PathVariable String run) {
    check.run(run);
    return checks.of(run);
  }
}
