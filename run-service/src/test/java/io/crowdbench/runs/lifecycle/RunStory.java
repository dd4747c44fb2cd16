package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.RunnerProgress;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.runs.plan.PlanContent.OnLostSlave;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run of two slaves, what happens to it, and what comes of that.
abstract class RunStory {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final Instant START = NOW.plusSeconds(2);
  static final Instant FROM = NOW.plusMillis(300);

  static final FinalCounters SOME =
      new FinalCounters(new OutcomeCounts(10, 0, 0), new OutcomeCounts(5, 0, 0), 3);

  final List<RunEvent> published = new ArrayList<>();
  final List<Message> asked = new ArrayList<>();
  Run run = queued(OnLostSlave.END);

  void progress(String slave, int step, long change, boolean draining) {
    var event = new RunnerProgress(1, NOW, slave, 7, run.id(), step, change, draining);
    change(Lifecycle.progressed(run, member(slave), event, NOW));
  }

  void running() {
    reserve();
    deliver("a");
    deliver("b");
    ready("a");
    ready("b");
    started("a");
    started("b");
  }

  void reserve() {
    change(Lifecycle.reserved(run, Map.of("a", 7L, "b", 7L), NOW));
  }

  void deliver(String slave) {
    change(Lifecycle.delivered(run, member(slave), "/home/bench/bundle.jar"));
  }

  void ready(String slave) {
    change(Lifecycle.ready(run, member(slave)));
    change(Lifecycle.schedule(run, START, NOW));
  }

  void started(String slave) {
    var event = new RunnerStarted(1, NOW, slave, 7, run.id(), 0.5, 1);
    change(Lifecycle.started(run, member(slave), event, NOW));
  }

  void finished(String slave) {
    finished(slave, SOME, null);
  }

  void finished(String slave, FinalCounters counters, @Nullable String early) {
    change(Lifecycle.finished(run, member(slave), counters, early, NOW));
  }

  Member member(String slave) {
    return run.members().stream().filter(m -> m.slave().equals(slave)).findFirst().orElseThrow();
  }

  void change(Transition transition) {
    if (transition.changes(run)) {
      asked.clear();
      asked.addAll(Orders.newlyDue(run, transition.run(), NOW));
    }
    transition.events().forEach(event -> published.add(event.apply(published.size())));
    run = transition.run();
  }

  static Run queued(OnLostSlave policy) {
    var slaves = List.of(new RunSlave("a", "a"), new RunSlave("b", "b"));
    var steps =
        List.of(
            new PlanStep(10_000, Map.of("Buy", 4, "Browse", 0)), new PlanStep(10_000, Map.of()));
    var plan =
        new RunPlan("plan", "hash", "http://127.0.0.1", slaves, steps, 1, 10_000, Bounds.NONE);
    var members =
        slaves.stream()
            .map(s -> new Member(s.id(), s.name(), 1, MemberState.WAITING, 0, null, null, null))
            .toList();
    return new Run(
        "run-1",
        null,
        "plan-1",
        new RunContent(plan, policy, 10),
        "words",
        RunState.QUEUED,
        "Waits for its slaves.",
        null,
        NOW,
        NOW,
        null,
        null,
        LoadState.AS_PLANNED,
        members);
  }
}
