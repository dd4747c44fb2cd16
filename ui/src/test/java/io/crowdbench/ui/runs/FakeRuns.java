package io.crowdbench.ui.runs;

import io.crowdbench.api.LoadChangeRequest;
import io.crowdbench.api.Page;
import io.crowdbench.api.Result;
import io.crowdbench.api.Result.Failed;
import io.crowdbench.api.Result.Ok;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.messages.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A run-service that always answers the same.
///
/// @param asked what it was asked to do, one after the other
/// @param refusals what it answers to that instead of doing it
public record FakeRuns(List<RunRow> rows, List<String> asked, List<String> refusals)
    implements Runs {

  public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  public static FakeRuns of(RunRow... rows) {
    return new FakeRuns(List.of(rows), new ArrayList<>(), new ArrayList<>());
  }

  @Override
  public Result<Page<ListedRun>> latest(int count) {
    return new Ok<>(page(rows.stream().limit(count)));
  }

  @Override
  public Result<Page<ListedRun>> underWay() {
    return new Ok<>(page(rows.stream().filter(row -> !row.state().ended())));
  }

  private Page<ListedRun> page(Stream<RunRow> some) {
    return new Page<>(some.map(FakeRuns::listed).toList(), rows.size(), null);
  }

  /// The run as a list has it.
  public static ListedRun listed(RunRow run) {
    return new ListedRun(
        run.id(),
        run.plan().name(),
        2,
        List.of("lab-1", "lab-2"),
        run.state(),
        run.createdAt(),
        run.startAt(),
        run.endedAt());
  }

  @Override
  public Result<RunRow> one(String id) {
    return rows.stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .<Result<RunRow>>map(Ok::new)
        .orElseGet(() -> new Failed<>(0, List.of("There is no run " + id + ".")));
  }

  @Override
  public Result<List<RunEvent>> events(String id) {
    return new Ok<>(List.of());
  }

  @Override
  public Result<RunRow> stop(String id) {
    return does("stop", id);
  }

  @Override
  public Result<RunRow> change(String id, LoadChange kind, LoadChangeRequest request) {
    return does(
        kind + " " + request.users() + " " + request.perSecond() + " " + request.reason(), id);
  }

  private Result<RunRow> does(String what, String id) {
    asked.add(what.strip());
    return refusals.isEmpty() ? one(id) : new Failed<>(0, List.of(refusals.getFirst()));
  }

  /// A run of two slaves, planned for a minute, that started at [#START].
  public static RunRow run(String id, RunState state) {
    var plan =
        new RunPlan(
            "Plan " + id,
            "bundle",
            "http://shop.test",
            List.of(new RunSlave("s1", "lab-1"), new RunSlave("s2", "lab-2")),
            List.of(new PlanStep(60_000, Map.of("Browse", 10))),
            1,
            0,
            Bounds.NONE);
    var end = state.ended() ? START.plusSeconds(61) : null;
    return new RunRow(
        id,
        plan,
        "10 users browse for a minute.",
        state,
        "Because.",
        START,
        START,
        end,
        RunRow.Load.PLANNED);
  }

  /// The same, made later by so many seconds.
  public static RunRow run(String id, RunState state, long later) {
    var it = run(id, state);
    return new RunRow(
        id,
        it.plan(),
        it.words(),
        state,
        it.reason(),
        START.plusSeconds(later),
        it.startAt(),
        it.endedAt(),
        it.load());
  }
}
