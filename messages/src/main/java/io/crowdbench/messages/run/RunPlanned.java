package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// A run was made from a plan.
///
/// @param words the plan in words, as the person who started it read it
public record RunPlanned(
    int schema, Instant at, String run, long number, RunPlan plan, String words)
    implements RunEvent {

  public RunPlanned {
    field(at, "at");
    field(run, "run");
    field(plan, "plan");
    field(words, "words");
  }
}
