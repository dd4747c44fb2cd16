package io.crowdbench.ui.runs;

import io.crowdbench.api.RunLine;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunOutage;
import io.crowdbench.messages.run.RunPlan.RunSlave;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run as a list shows it, kept up to date by its events.
///
/// @param name its plan's
/// @param slaveCount how many slaves it has
/// @param firstSlaves names of the first of them
/// @param startAt second 0, once it is agreed
public record ListedRun(
    String id,
    String name,
    int slaveCount,
    List<String> firstSlaves,
    RunState state,
    Instant createdAt,
    @Nullable Instant startAt,
    @Nullable Instant endedAt) {

  static ListedRun of(RunLine run) {
    return new ListedRun(
        run.id(),
        run.name(),
        run.slaveCount(),
        run.firstSlaves(),
        run.state(),
        run.createdAt(),
        run.startAt(),
        run.endedAt());
  }

  static ListedRun of(RunPlanned planned) {
    var slaves = planned.plan().slaves().stream().map(RunSlave::name).toList();
    return new ListedRun(
        planned.run(),
        planned.plan().name(),
        slaves.size(),
        slaves,
        RunState.QUEUED,
        planned.at(),
        null,
        null);
  }

  /// The run after something happened to it.
  ListedRun after(RunEvent event) {
    return switch (event) {
      case RunStateChanged changed ->
          new ListedRun(
              id,
              name,
              slaveCount,
              firstSlaves,
              changed.state(),
              createdAt,
              startAt,
              changed.state().ended() ? changed.at() : null);
      case RunScheduled scheduled ->
          new ListedRun(
              id, name, slaveCount, firstSlaves, state, createdAt, scheduled.startAt(), endedAt);
      case RunPlanned _,
          RunStepped _,
          RunChanged _,
          RunSlaveStarted _,
          RunSlaveFinished _,
          RunSlaveLost _,
          RunOutage _ ->
          this;
    };
  }

  /// Its slaves in a few words.
  String slaves() {
    return RunLine.inWords(firstSlaves, slaveCount);
  }

  /// How long it has had load, or had; absent before its start.
  @Nullable Duration lasted(Instant now) {
    return startAt == null ? null : Duration.between(startAt, endedAt == null ? now : endedAt);
  }
}
