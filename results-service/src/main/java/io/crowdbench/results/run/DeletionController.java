package io.crowdbench.results.run;

import io.crowdbench.kit.Refused;
import io.crowdbench.results.store.StoredRuns;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Deletes the results of a run that has ended.
@RestController
class DeletionController {

  private final KnownRuns known;
  private final StoredRuns stored;
  private final RunCheck check;

  DeletionController(KnownRuns known, StoredRuns stored, RunCheck check) {
    this.known = known;
    this.stored = stored;
    this.check = check;
  }

  @DeleteMapping("/api/results/{run}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String run) {
    check.run(run);
    if (known.findById(run).map(it -> it.endedAt() == null).orElse(false)) {
      throw Refused.conflict(
          "Could not delete the results of run " + run + ": it has not ended. Stop it first.");
    }
    stored.delete(run);
  }
}
