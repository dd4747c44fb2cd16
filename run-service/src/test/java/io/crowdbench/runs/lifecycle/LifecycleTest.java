package io.crowdbench.runs.lifecycle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.ChangeLoad;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RunnerProgress;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.agent.StopRun;
import io.crowdbench.messages.provisioning.CleanUpRun;
import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.messages.run.RunSlaveLost;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStepped;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.runs.plan.PlanContent.OnLostSlave;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant START = NOW.plusSeconds(2);
  private static final Instant FROM = NOW.plusMillis(300);

  private final List<RunEvent> told = new ArrayList<>();
  private final List<Message> asked = new ArrayList<>();
  private Run run = queued(OnLostSlave.END);

  @Test
  void goesFromTheQueueToItsEnd() {
    reserve();
    assertThat(asked).hasOnlyElementsOfType(DeliverBundle.class).hasSize(2);

    deliver("a");
    deliver("b");
    assertThat(asked).hasOnlyElementsOfType(PrepareRun.class).hasSize(1);

    ready("a");
    assertThat(run.state()).isEqualTo(RunState.PREPARING);
    ready("b");
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(asked).hasOnlyElementsOfType(StartRun.class).hasSize(2);

    started("a");
    started("b");
    progress("a", 0, 0, true);
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    progress("b", 0, 0, true);
    assertThat(run.state()).isEqualTo(RunState.DRAINING);
    finished("a");
    finished("b");
    assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    assertThat(run.endedAt()).isEqualTo(NOW);
    assertThat(asked).hasOnlyElementsOfType(CleanUpRun.class).hasSize(2);
  }

  @Test
  void changesNothingWhenToldTwice() {
    reserve();
    deliver("a");
    var before = run;

    deliver("a");
    assertThat(run).isEqualTo(before);

    deliver("b");
    ready("a");
    ready("b");
    before = run;
    ready("b");
    assertThat(run).isEqualTo(before);
  }

  @Test
  void hearsOnlyTheAgentThatCarriesIt() {
    reserve();

    assertThat(run.member("a", 7)).isPresent();
    assertThat(run.member("a", 6)).isEmpty();
    assertThat(run.member("a", 8)).isEmpty();
  }

  @Test
  void endsWhenASlaveIsLostInTheMiddle() {
    running();

    change(Lifecycle.lost(run, member("a"), "Slave a is gone.", NOW));
    assertThat(run.state()).isEqualTo(RunState.DRAINING);
    assertThat(asked)
        .singleElement()
        .satisfies(order -> assertThat(((StopRun) order).slave()).isEqualTo("b"));

    finished("b");
    assertThat(run.state()).isEqualTo(RunState.ABORTED);
    assertThat(run.reason()).isEqualTo("Slave a is gone.");
    assertThat(told).hasAtLeastOneElementOfType(RunSlaveLost.class);
  }

  @Test
  void goesOnWithoutALostSlaveIfThePlanSaysSo() {
    run = queued(OnLostSlave.GO_ON);
    running();

    change(Lifecycle.lost(run, member("a"), "Slave a is gone.", NOW));
    assertThat(run.state()).isEqualTo(RunState.RUNNING);

    finished("b");
    assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    assertThat(run.reason()).contains("not by all slaves");
  }

  @Test
  void failsWhenASlaveCanNotBePrepared() {
    reserve();
    deliver("a");

    change(Lifecycle.lost(run, member("b"), "The disk of b is full.", NOW));
    assertThat(asked).singleElement().isInstanceOf(StopRun.class);
    assertThat(run.state()).isEqualTo(RunState.PREPARING);

    change(Lifecycle.lost(run, member("a"), "There is nothing to stop.", NOW));
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).isEqualTo("The disk of b is full.");
    assertThat(member("a").state()).isEqualTo(MemberState.DISMISSED);
  }

  @Test
  void isCancelledBeforeItsLoadAndAbortedInTheMiddle() {
    change(Lifecycle.stop(run, "Stopped by a person.", NOW));
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);

    run = queued(OnLostSlave.END);
    running();
    change(Lifecycle.stop(run, "Stopped by a person.", NOW));
    assertThat(run.state()).isEqualTo(RunState.DRAINING);
    assertThat(asked).hasOnlyElementsOfType(StopRun.class).hasSize(2);
    finished("a");
    finished("b");
    assertThat(run.state()).isEqualTo(RunState.ABORTED);
  }

  @Test
  void doesNotStartOnceItIsToEnd() {
    reserve();
    deliver("a");
    deliver("b");
    ready("a");
    change(Lifecycle.stop(run, "Stopped by a person.", NOW));

    ready("b");

    assertThat(run.startAt()).isNull();
    assertThat(run.state()).isEqualTo(RunState.PREPARING);
  }

  @Test
  void numbersItsEventsWithoutGaps() {
    running();

    assertThat(told).extracting(RunEvent::number).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void followsTheStepsThatRunnersComeTo() {
    running();

    progress("a", 1, 0, false);
    progress("b", 1, 0, false);
    assertThat(run.live().step()).isEqualTo(1);
    assertThat(told).last().isEqualTo(new RunStepped(1, NOW, "run-1", 5, 1));
  }

  @Test
  void asksForAChangeUntilEachHasTakenItUp() {
    running();

    want(LoadChange.USERS, Map.of("Buy", 3), Map.of());
    assertThat(asked)
        .extracting(order -> ((ChangeLoad) order).steps().getFirst().users().get("Buy"))
        .containsExactly(3, 4);
    assertThat(asked).extracting(order -> ((ChangeLoad) order).change()).containsOnly(1L);
    assertThat(told)
        .last()
        .isInstanceOfSatisfying(
            RunChanged.class,
            event -> {
              assertThat(event.words()).isEqualTo("3 users begin to Buy.");
              assertThat(event.from()).isEqualTo(FROM);
            });

    progress("a", 0, 1, false);
    assertThat(Orders.due(run, NOW))
        .singleElement()
        .isInstanceOfSatisfying(ChangeLoad.class, c -> assertThat(c.slave()).isEqualTo("b"));
    progress("b", 0, 1, false);
    assertThat(Orders.due(run, NOW)).isEmpty();
  }

  @Test
  void makesUpForAChangeThatWasLostWithTheNextOne() {
    running();

    want(LoadChange.USERS, Map.of("Buy", -2, "Browse", 1), Map.of());
    want(LoadChange.PAUSE, Map.of(), Map.of());
    want(LoadChange.RATES, Map.of(), Map.of("Browse", 5.0));

    assertThat(Orders.due(run, NOW))
        .first()
        .isInstanceOfSatisfying(
            ChangeLoad.class,
            change -> {
              assertThat(change.change()).isEqualTo(3);
              assertThat(change.paused()).isTrue();
              assertThat(change.steps().getFirst().users())
                  .isEqualTo(Map.of("Buy", 1, "Browse", 1));
              assertThat(
                      requireNonNull(change.steps().getFirst().arrivals().get("Browse"))
                          .perSecond())
                  .isEqualTo(2.5);
              assertThat(change.steps().getLast().arrivals()).isEmpty();
            });
  }

  @Test
  void changesNothingThatIsSoAlready() {
    running();
    want(LoadChange.RESUME, Map.of(), Map.of());
    assertThat(run.live().change()).isZero();

    want(LoadChange.PAUSE, Map.of(), Map.of());
    want(LoadChange.PAUSE, Map.of(), Map.of());
    assertThat(run.live().change()).isEqualTo(1);

    want(LoadChange.NEXT_STEP, Map.of(), Map.of());
    want(LoadChange.NEXT_STEP, Map.of(), Map.of());
    assertThat(run.live().reached()).isEqualTo(1);
    progress("a", 1, 2, false);
    want(LoadChange.NEXT_STEP, Map.of(), Map.of());
    assertThat(run.live().reached()).isEqualTo(2);
    assertThat(told)
        .last()
        .isInstanceOfSatisfying(
            RunChanged.class,
            e -> assertThat(e.words()).isEqualTo("Step 2, the last one, is ended."));
  }

  @Test
  void saysAllThatIsWrongWithAChange() {
    running();

    assertThat(problems(Map.of("Buy", -5, "Sell", 1)))
        .containsExactly(
            "5 users are to stop to Buy, but only 4 do it now.",
            "The run's plan has no action Sell, so nothing is set up for it. It has Browse, Buy; let a plan name it, if only with 0 users.");
    assertThat(problems(Map.of("Buy", 8)))
        .containsExactly(
            "Slave a would need 6 user ids at the same time, but has 5. Let fewer users come, or start a run with more in users.txt.",
            "Slave b would need 6 user ids at the same time, but has 5. Let fewer users come, or start a run with more in users.txt.");
    assertThat(problems(Map.of("Buy", 6))).isEmpty();
    assertThat(problems(Map.of())).hasSize(1);
    var rates = new WantedChange(LoadChange.RATES, Map.of(), Map.of("Buy", 1.0), null, null);
    assertThat(ChangeCheck.of(run, rates)).isEmpty();
    want(LoadChange.USERS, Map.of("Buy", 6), Map.of());
    assertThat(ChangeCheck.of(run, rates))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Slave a would need 6 user ids at the same time, but has 5.");
  }

  @Test
  void knowsWhenItsLoadEndsAtTheLatest() {
    running();
    assertThat(run.latestEnd()).hasValue(START.plusSeconds(20));

    progress("a", 1, 0, false);
    assertThat(run.latestEnd()).hasValue(NOW.plusSeconds(10));

    want(LoadChange.PAUSE, Map.of(), Map.of());
    assertThat(run.latestEnd()).isEmpty();
  }

  private void want(LoadChange kind, Map<String, Integer> users, Map<String, Double> rates) {
    change(Changes.made(run, new WantedChange(kind, users, rates, null, null), FROM, NOW));
  }

  private List<String> problems(Map<String, Integer> users) {
    return ChangeCheck.of(run, new WantedChange(LoadChange.USERS, users, Map.of(), null, null));
  }

  private void progress(String slave, int step, long change, boolean draining) {
    var event = new RunnerProgress(1, NOW, slave, 7, run.id(), step, change, draining);
    change(Lifecycle.progressed(run, member(slave), event, NOW));
  }

  private void running() {
    reserve();
    deliver("a");
    deliver("b");
    ready("a");
    ready("b");
    started("a");
    started("b");
  }

  private void reserve() {
    change(Lifecycle.reserved(run, Map.of("a", 7L, "b", 7L), NOW));
  }

  private void deliver(String slave) {
    change(Lifecycle.delivered(run, member(slave), "/home/bench/bundle.jar"));
  }

  private void ready(String slave) {
    change(Lifecycle.ready(run, member(slave), START, NOW));
  }

  private void started(String slave) {
    var event = new RunnerStarted(1, NOW, slave, 7, run.id(), 0.5, 1);
    change(Lifecycle.started(run, member(slave), event, NOW));
  }

  private void finished(String slave) {
    change(Lifecycle.finished(run, member(slave), FinalCounters.NONE, NOW));
  }

  private Member member(String slave) {
    return run.members().stream().filter(m -> m.slave().equals(slave)).findFirst().orElseThrow();
  }

  private void change(Turn turn) {
    if (turn.changes(run)) {
      asked.clear();
      asked.addAll(Orders.newlyDue(run, turn.run(), NOW));
    }
    turn.events().forEach(event -> told.add(event.apply(told.size())));
    run = turn.run();
  }

  private static Run queued(OnLostSlave policy) {
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
        Live.AS_PLANNED,
        members);
  }
}
