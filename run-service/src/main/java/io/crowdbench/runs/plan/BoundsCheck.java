package io.crowdbench.runs.plan;

import static java.util.Objects.requireNonNullElse;

import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Visitors;
import io.crowdbench.runs.plan.Expansion.Piece;
import java.util.List;
import java.util.Map;

/// Checks what bounds a plan besides its steps.
final class BoundsCheck {

  private static final int MAX_SECONDS = 30 * 24 * 3_600;

  private BoundsCheck() {}

  static void check(PlanContent plan, List<Piece> pieces, int slaves, PlanProblems problems) {
    var most = plan.maxSeconds();
    if (most != null && (most < 1 || most > MAX_SECONDS)) {
      problems.add(
          "maxSeconds is %d. It must be from 1 to %d.".formatted(most, MAX_SECONDS), "maxSeconds");
    }
    pieces.stream()
        .filter(piece -> piece.plain().hold() && most == null)
        .findFirst()
        .ifPresent(piece ->
            problems.add(
                "Step %d holds, but the plan has no maxSeconds. Say how long the run may last at most, in case nobody starts the next step."
                    .formatted(piece.step()),
                "maxSeconds"));
    var users = plan.maxUsers();
    var arrive =
        pieces.stream()
            .anyMatch(p -> !p.plain().arrivals().isEmpty() || !p.plain().atOnce().isEmpty());
    if (users != null && !arrive) {
      problems.add(
          "The plan has maxUsers, but no users arrive. Leave it out, or add arrivals.", "maxUsers");
    } else if (users != null && users < Math.max(1, slaves)) {
      problems.add(
          "maxUsers is %d. It must be at least %d, one for each slave."
              .formatted(users, Math.max(1, slaves)),
          "maxUsers");
    }
  }

  static Bounds bounds(PlanContent plan) {
    var most = plan.maxSeconds();
    return new Bounds(
        requireNonNullElse(plan.iterations(), Map.of()),
        most == null ? null : most * 1_000L,
        requireNonNullElse(plan.visitors(), Visitors.NEW),
        plan.maxUsers());
  }
}
