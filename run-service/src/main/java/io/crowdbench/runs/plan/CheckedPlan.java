package io.crowdbench.runs.plan;

import io.crowdbench.kit.Problem;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.runs.inventory.KnownBundle;
import io.crowdbench.runs.inventory.KnownSlave;
import java.util.List;

/// What came of checking a plan: either all its problems, or all that a run of it needs.
public sealed interface CheckedPlan {

  /// It can't be run.
  ///
  /// @param problems each with the part of the plan that it is about
  record Refused(List<Problem> problems) implements CheckedPlan {}

  /// It can.
  record Fit(
      RunPlan plan,
      List<KnownSlave> slaves,
      KnownBundle bundle,
      PlanContent.OnLostSlave onLostSlave)
      implements CheckedPlan {}
}
