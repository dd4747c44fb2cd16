package io.crowdbench.runs.schedule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.crowdbench.messages.agent.RunShare.ShareArrivals;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.run.Arrivals;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.messages.run.Spacing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void givesEachSlaveTheWholePartAndTheRestInTurn() {
    var shares = new Shares(plan(3, step(Map.of("Buy", 10))), 0);

    assertThat(users(shares, 3, 0)).containsExactly(4, 3, 3);
  }

  @Test
  void beginsWithAnotherSlaveForEachAction() {
    var shares = new Shares(plan(2, step(Map.of("Browse", 1, "Buy", 1))), 0);

    assertThat(shares.of(0, "").steps().getFirst().users())
        .containsEntry("Browse", 1)
        .containsEntry("Buy", 0);
    assertThat(shares.of(1, "").steps().getFirst().users())
        .containsEntry("Browse", 0)
        .containsEntry("Buy", 1);
  }

  @Test
  void leavesSettingUpTheWholeRunToTheFirstSlave() {
    var shares = new Shares(plan(2, step(Map.of("Browse", 1, "Buy", 1))), 0);

    assertThat(shares.of(0, "").leads()).containsExactly("Browse", "Buy");
    assertThat(shares.of(1, "").leads()).isEmpty();
  }

  @Test
  void takesOutWhatWasPutIn() {
    var shares = new Shares(plan(2, step(Map.of("Buy", 5)), step(Map.of("Buy", -3))), 0);

    assertThat(users(shares, 2, 0)).containsExactly(3, 2);
    assertThat(users(shares, 2, 1)).containsExactly(1, 1);
  }

  /// One user of all slaves together comes (or goes) in each equal part of the ramp.
  @RepeatedTest(50)
  void letsTheUsersOfAllSlavesComeEvenly(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    int slaves = random.nextInt(1, 7);
    int from = random.nextInt(0, 30);
    int to = from + (random.nextBoolean() ? 1 : -1) * random.nextInt(1, 30);
    int after = Math.max(0, to);
    var shares =
        new Shares(
            plan(slaves, step(Map.of("Buy", from)), ramp(Map.of("Buy", after - from), 6_000)), 0);

    var times = new ArrayList<Double>();
    for (int slave = 0; slave < slaves; slave++) {
      var last = shares.steps(slave).getLast();
      var own = last.ramps().get("Buy");
      if (own != null) {
        int changes = Math.abs(requireNonNull(last.users().get("Buy")) - own.from());
        IntStream.range(0, changes)
            .forEach(i -> times.add(own.firstMillis() + i * own.everyMillis()));
      }
    }

    times.sort(null);
    assertThat(times).hasSize(Math.abs(after - from));
    for (int i = 0; i < times.size(); i++) {
      assertThat(times.get(i)).isCloseTo(6_000.0 * (i + 1) / times.size(), within(1e-6));
    }
  }

  @Test
  void dividesRatesAndGivesEachSlaveItsPhase() {
    var shares = new Shares(plan(4, arrivals(10, 0), arrivals(30, 500), arrivals(0, 500)), 8);

    var phases = new ArrayList<Double>();
    for (int slave = 0; slave < 4; slave++) {
      var steps = shares.steps(slave);
      phases.add(rate(steps.getFirst()).phase());
      assertThat(steps)
          .extracting(s -> rate(s).fromPerSecond(), s -> rate(s).perSecond())
          .containsExactly(tuple(2.5, 2.5), tuple(2.5, 7.5), tuple(7.5, 0.0));
    }
    assertThat(phases).containsExactly(0.125, 0.375, 0.625, 0.875);
  }

  @Test
  void adjustsUsersFromNowToTheEndAndRatesInOneStep() {
    var plan = plan(2, step(Map.of("Buy", 5)), arrivals(4, 0), step(Map.of("Buy", -4)));
    var adjustment = new Adjustment(Map.of("Buy", -2), Map.of("Buy", 10.0), 1);
    var shares = new Shares(plan, 20, adjustment);

    assertThat(users(shares, 2, 0)).containsExactly(2, 1);
    assertThat(users(shares, 2, 2)).containsExactly(0, 0);
    assertThat(rate(shares.steps(1).get(1)).perSecond()).isEqualTo(5);
    assertThat(shares.steps(1).get(2).arrivals()).isEmpty();
  }

  @Test
  void sharesOutAllUserIdsThatThereAre() {
    var shares = new Shares(plan(2, step(Map.of("Buy", 5)), arrivals(1, 0)), 20);

    assertThat(shares.userIdsNeeded()).isEqualTo(7);
    assertThat(shares.of(0, "").userIds()).isEqualTo(11);
    assertThat(shares.of(1, "").firstUserId()).isEqualTo(11);
    assertThat(shares.of(1, "").userIds()).isEqualTo(9);
  }

  @RepeatedTest(200)
  void addsUpWhateverThePlan(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var slaves = random.nextInt(1, 9);
    var plan = randomPlan(random, slaves);
    var shares = new Shares(plan, 0);

    var wanted = new TreeMap<String, Integer>();
    for (int i = 0; i < plan.steps().size(); i++) {
      plan.steps()
          .get(i)
          .change()
          .forEach((action, change) -> wanted.merge(action, change, Integer::sum));
      var given = new TreeMap<String, Integer>();
      for (int slave = 0; slave < slaves; slave++) {
        shares
            .of(slave, "")
            .steps()
            .get(i)
            .users()
            .forEach((a, n) -> given.merge(a, n, Integer::sum));
      }
      assertThat(given).isEqualTo(wanted);
    }
    assertThatNoUserIdIsLentTwice(shares, slaves);
  }

  private static void assertThatNoUserIdIsLentTwice(Shares shares, int slaves) {
    var lent = new HashSet<Integer>();
    for (int slave = 0; slave < slaves; slave++) {
      var share = shares.of(slave, "");
      IntStream.range(share.firstUserId(), share.firstUserId() + share.userIds())
          .forEach(id -> assertThat(lent.add(id)).isTrue());
      assertThat(share.steps())
          .allSatisfy(step -> assertThat(sum(step)).isLessThanOrEqualTo(share.userIds()));
    }
    assertThat(lent).hasSize(shares.userIdsNeeded());
  }

  private static RunPlan randomPlan(Random random, int slaves) {
    var now = new TreeMap<String, Integer>();
    var steps = new ArrayList<PlanStep>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      var change = new TreeMap<String, Integer>();
      for (var action : List.of("Browse", "Buy", "Search")) {
        int before = now.getOrDefault(action, 0);
        int after = random.nextInt(0, 40);
        change.put(action, after - before);
        now.put(action, after);
      }
      steps.add(step(change));
    }
    return plan(slaves, steps.toArray(PlanStep[]::new));
  }

  private static List<Integer> users(Shares shares, int slaves, int step) {
    return IntStream.range(0, slaves)
        .mapToObj(s -> sum(shares.of(s, "").steps().get(step)))
        .toList();
  }

  private static int sum(ShareStep step) {
    return step.users().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static PlanStep step(Map<String, Integer> change) {
    return new PlanStep(1_000, change);
  }

  private static ShareArrivals rate(ShareStep step) {
    return requireNonNull(step.arrivals().get("Buy"));
  }

  private static PlanStep ramp(Map<String, Integer> change, long rampMillis) {
    return new PlanStep(6_000, change, rampMillis, Map.of(), Map.of(), false);
  }

  private static PlanStep arrivals(double perSecond, long rampMillis) {
    var rate = new Arrivals(perSecond, Spacing.EVEN);
    Map<String, Arrivals> rates = perSecond > 0 ? Map.of("Buy", rate) : Map.of();
    return new PlanStep(1_000, Map.of(), rampMillis, rates, Map.of(), false);
  }

  private static RunPlan plan(int slaves, PlanStep... steps) {
    var all =
        IntStream.range(0, slaves).mapToObj(i -> new RunSlave("s-" + i, "slave-" + i)).toList();
    return new RunPlan(
        "plan", "bundle", "http://127.0.0.1", all, List.of(steps), 1, 10_000, Bounds.NONE);
  }
}
