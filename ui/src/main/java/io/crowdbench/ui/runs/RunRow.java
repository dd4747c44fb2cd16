package io.crowdbench.ui.runs;

import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlanned;
import io.crowdbench.messages.run.RunScheduled;
import io.crowdbench.messages.run.RunSlaveFinished;
import io.crowdbench.messages.run.RunSlaveLost;
import io.crowdbench.messages.run.RunSlaveStarted;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run as run-service answers it, as far as the pages show it.
///
/// @param words the plan in words
/// @param reason why it is in its state
/// @param startAt second 0, once it is agreed
public record RunRow(
    String id,
    RunPlan plan,
    String words,
    RunState state,
    @Nullable String reason,
    Instant createdAt,
    @Nullable Instant startAt,
    @Nullable Instant endedAt) {

  static RunRow of(RunPlanned planned) {
    return new RunRow(
        planned.run(),
        planned.plan(),
        planned.words(),
        RunState.QUEUED,
        null,
        planned.at(),
        null,
        null);
  }

  /// The run after something happened to it.
  public RunRow after(RunEvent event) {
    return switch (event) {
      case RunStateChanged changed ->
          new RunRow(
              id,
              plan,
              words,
              changed.state(),
              changed.reason(),
              createdAt,
              startAt,
              changed.state().ended() ? changed.at() : null);
      case RunScheduled scheduled ->
          new RunRow(id, plan, words, state, reason, createdAt, scheduled.startAt(), endedAt);
      case RunPlanned _, RunSlaveStarted _, RunSlaveFinished _, RunSlaveLost _ -> this;
    };
  }

  /// How long it has had load, or had; absent before its start.
  public @Nullable Duration lasted(Instant now) {
    if (startAt == null) {
      return null;
    }
    return Duration.between(startAt, endedAt == null ? now : endedAt);
  }
}
