package io.crowdbench.results.strain;

import io.crowdbench.messages.result.GeneratorStrained.StrainGroup;
import io.crowdbench.results.run.RunCheck;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Where a run was limited by its slaves rather than by the site.
@RestController
class StrainsController {

  private final Strains strains;
  private final RunCheck check;

  StrainsController(Strains strains, RunCheck check) {
    this.strains = strains;
    this.check = check;
  }

  @GetMapping("/api/results/{run}/strains")
  List<StrainGroup> strains(@PathVariable String run) {
    check.run(run);
    return strains.of(run);
  }
}
