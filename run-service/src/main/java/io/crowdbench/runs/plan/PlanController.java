package io.crowdbench.runs.plan;

import io.crowdbench.kit.Refused;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/plans`.
@RestController
@RequestMapping("/api/plans")
class PlanController {

  private final Plans plans;
  private final PlanCheck check;
  private final Clock clock;

  PlanController(Plans plans, PlanCheck check, Clock clock) {
    this.plans = plans;
    this.check = check;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Plan add(@RequestBody PlanContent content) {
    return switch (check.check(content)) {
      case CheckedPlan.Refused refused -> throw Refused.invalidParts(refused.problems());
      case CheckedPlan.Fit fit ->
          plans.save(
              new Plan(
                  UUID.randomUUID().toString(),
                  null,
                  content,
                  PlanDescription.of(fit),
                  clock.instant()));
    };
  }

  @GetMapping
  List<Plan> all() {
    return plans.findAll();
  }

  @GetMapping("/{id}")
  Plan one(@PathVariable String id) {
    return plans.findById(id).orElseThrow(() -> Refused.unknown("plan", id));
  }
}
