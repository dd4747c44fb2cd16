package io.crowdbench.results.proof;

import io.crowdbench.results.run.RunCheck;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What the runners counted, what is stored, and each difference; at any time of a run.
@RestController
class ProofController {

  private final Proofs proofs;
  private final RunCheck check;

  ProofController(Proofs proofs, RunCheck check) {
    this.proofs = proofs;
    this.check = check;
  }

  @GetMapping("/api/results/{run}/proof")
  Proof proof(@PathVariable String run) {
    check.run(run);
    return proofs.of(run);
  }
}
