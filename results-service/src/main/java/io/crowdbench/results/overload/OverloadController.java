package io.crowdbench.results.overload;

import io.crowdbench.messages.result.GeneratorOverloaded.OverloadGroup;
import io.crowdbench.results.run.RunCheck;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Where a run was limited by its slaves rather than by the site.
@RestController
class OverloadController {

  private static final int MAX_GROUPS = 10_000;

  private final Overloads overloads;
  private final RunCheck check;

  OverloadController(Overloads overloads, RunCheck check) {
    this.overloads = overloads;
    this.check = check;
  }

  @GetMapping("/api/results/{run}/overload")
  List<OverloadGroup> overload(@PathVariable String run) {
    check.run(run);
    return overloads.of(run, MAX_GROUPS);
  }
}
