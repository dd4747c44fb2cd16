package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.runs.plan.PlanContent.OnLostSlave;
import io.crowdbench.runs.schedule.Adjustment;
import io.crowdbench.runs.schedule.Shares;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a run was asked to do, as its plan said when the run was made.
///
/// @param userIds how many the bundle has; absent in runs from before that was kept
public record RunContent(RunPlan plan, OnLostSlave onLostSlave, @Nullable Integer userIds) {

  /// The plan shared out.
  Shares shares() {
    return shares(Adjustment.NONE);
  }

  Shares shares(Adjustment adjustment) {
    return SharesCache.of(plan, Objects.requireNonNullElse(userIds, 0), adjustment);
  }
}
