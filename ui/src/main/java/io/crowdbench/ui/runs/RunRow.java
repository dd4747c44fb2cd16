package io.crowdbench.ui.runs;

import io.crowdbench.api.RunView;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunOutage;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlanned;
import io.crowdbench.messages.run.RunScheduled;
import io.crowdbench.messages.run.RunSlaveFinished;
import io.crowdbench.messages.run.RunSlaveLost;
import io.crowdbench.messages.run.RunSlaveStarted;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import io.crowdbench.messages.run.RunStepped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A run as its own page shows it, kept up to date by its events.
///
/// @param words the plan in words
/// @param reason why it is in its state
/// @param startAt second 0, once it is agreed
/// @param load how far its load has come
public record RunRow(
    String id,
    RunPlan plan,
    String words,
    RunState state,
    @Nullable String reason,
    Instant createdAt,
    @Nullable Instant startAt,
    @Nullable Instant endedAt,
    Load load) {

  /// @param step number of the step it is in, from 0
  /// @param paused whether it stands still
  public record Load(int step, boolean paused) {

    public static final Load PLANNED = new Load(0, false);
  }

  public RunRow {
    load = Objects.requireNonNullElse(load, Load.PLANNED);
  }

  static RunRow of(RunView run) {
    return new RunRow(
        run.id(),
        run.plan(),
        run.words(),
        run.state(),
        run.reason(),
        run.createdAt(),
        run.startAt(),
        run.endedAt(),
        new Load(run.load().step(), run.load().paused()));
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
              changed.state().ended() ? changed.at() : null,
              load);
      case RunScheduled scheduled ->
          new RunRow(id, plan, words, state, reason, createdAt, scheduled.startAt(), endedAt, load);
      case RunStepped stepped -> with(new Load(stepped.step(), load.paused()));
      case RunChanged changed ->
          switch (changed.kind()) {
            case PAUSE -> with(new Load(load.step(), true));
            case RESUME -> with(new Load(load.step(), false));
            case USERS, RATES, NEXT_STEP -> this;
          };
      case RunPlanned _, RunSlaveStarted _, RunSlaveFinished _, RunSlaveLost _, RunOutage _ -> this;
    };
  }

  private RunRow with(Load other) {
    return new RunRow(id, plan, words, state, reason, createdAt, startAt, endedAt, other);
  }

  /// How long it has had load, or had; absent before its start.
  public @Nullable Duration lasted(Instant now) {
    if (startAt == null) {
      return null;
    }
    return Duration.between(startAt, endedAt == null ? now : endedAt);
  }
}
