package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.runs.plan.PlanContent.OnLostSlave;

/// What a run was asked to do, as its plan said when the run was made.
public record RunContent(RunPlan plan, OnLostSlave onLostSlave) {}
