package io.crowdbench.runs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.RunPlan.RunSlave;
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
    var shares = new Shares(plan(3, step(Map.of("Buy", 10))));

    assertThat(users(shares, 3, 0)).containsExactly(4, 3, 3);
  }

  @Test
  void beginsWithAnotherSlaveForEachAction() {
    var shares = new Shares(plan(2, step(Map.of("Browse", 1, "Buy", 1))));

    assertThat(shares.of(0, "").steps().getFirst().users())
        .containsEntry("Browse", 1)
        .containsEntry("Buy", 0);
    assertThat(shares.of(1, "").steps().getFirst().users())
        .containsEntry("Browse", 0)
        .containsEntry("Buy", 1);
  }

  @Test
  void takesOutWhatWasPutIn() {
    var shares = new Shares(plan(2, step(Map.of("Buy", 5)), step(Map.of("Buy", -3))));

    assertThat(users(shares, 2, 0)).containsExactly(3, 2);
    assertThat(users(shares, 2, 1)).containsExactly(1, 1);
  }

  @RepeatedTest(200)
  void addsUpWhateverThePlan(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var slaves = random.nextInt(1, 9);
    var plan = randomPlan(random, slaves);
    var shares = new Shares(plan);

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

  private static RunPlan plan(int slaves, PlanStep... steps) {
    var all =
        IntStream.range(0, slaves).mapToObj(i -> new RunSlave("s-" + i, "slave-" + i)).toList();
    return new RunPlan("plan", "bundle", "http://127.0.0.1", all, List.of(steps), 1, 10_000);
  }
}
