package io.crowdbench.runs.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.run.Arrivals;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.run.Spacing;
import io.crowdbench.runs.plan.Expansion.Piece;
import io.crowdbench.runs.plan.PlanContent.RandomProfile;
import io.crowdbench.runs.plan.PlanContent.RateBounds;
import io.crowdbench.runs.plan.PlanContent.Step;
import io.crowdbench.runs.plan.PlanContent.UserBounds;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ExpansionTest {

  private static final Weights WEIGHTS = new Weights(Map.of("Browse", 7, "Buy", 2, "Search", 1));

  @Test
  void dividesUsersByLargestRemainder() {
    assertThat(WEIGHTS.divide(10)).isEqualTo(Map.of("Browse", 7, "Buy", 2, "Search", 1));
    assertThat(WEIGHTS.divide(4)).isEqualTo(Map.of("Browse", 3, "Buy", 1, "Search", 0));
  }

  @Test
  void dividesRatesAsTheWeightsAre() {
    var step =
        new Step(5, null, null, Map.of("*", new PlanContent.Arrivals(5.0, null)), null, null, null);

    assertThat(expand(step).getFirst().arrivals())
        .containsEntry("Browse", new Arrivals(3.5, Spacing.EVEN))
        .containsEntry("Search", new Arrivals(0.5, Spacing.EVEN));
  }

  @Test
  void keepsWhatIsPlainAlready() {
    var step = new Step(5, Map.of("Buy", 3), 2, null, Map.of("Buy", 1), null, null);

    assertThat(expand(step))
        .containsExactly(
            new PlanStep(5_000, Map.of("Buy", 3), 2_000, Map.of(), Map.of("Buy", 1), false));
  }

  /// However users of all actions come and go: none of them is ever fewer than nobody.
  @RepeatedTest(100)
  void neverTakesOutMoreOfAnActionThanThereAre(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var steps = new Step[20];
    int all = 0;
    for (int i = 0; i < steps.length; i++) {
      int next = random.nextInt(50);
      steps[i] = new Step(1, Map.of("*", next - all), null, null, null, null, null);
      all = next;
    }

    var users = new TreeMap<String, Integer>();
    for (var step : expand(steps)) {
      step.change().forEach((action, change) -> users.merge(action, change, Integer::sum));
      assertThat(users.values()).allMatch(count -> count >= 0);
    }
    assertThat(users.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(all);
  }

  @Test
  void drawsNumbersBetweenTheirBoundsTheSameOnesForASeed() {
    var random =
        new RandomProfile(
            10,
            Map.of("Buy", new UserBounds(2, 5)),
            Map.of("Browse", new RateBounds(1.0, 2.0, Spacing.POISSON)));
    var step = new Step(95, null, null, null, null, null, random);

    var drawn = expand(step);

    assertThat(drawn).isEqualTo(expand(step)).hasSize(10);
    assertThat(drawn).extracting(PlanStep::millis).endsWith(10_000L, 5_000L);
    int users = 0;
    for (var piece : drawn) {
      users += requireNonNull(piece.change().get("Buy"));
      assertThat(users).isBetween(2, 5);
      assertThat(requireNonNull(piece.arrivals().get("Browse")).perSecond()).isBetween(1.0, 2.0);
    }
    assertThat(new Expansion(WEIGHTS, 2).of(List.of(step)))
        .extracting(Piece::plain)
        .isNotEqualTo(drawn);
  }

  @Test
  void describesSteps() {
    var words = new StepDescription();
    var steady =
        new PlanStep(
            60_000,
            Map.of("Browse", 24, "Buy", 1),
            30_000,
            Map.of("Search", new Arrivals(12.5, Spacing.POISSON)),
            Map.of("Buy", 3),
            false);
    var hold = new PlanStep(0, Map.of("Buy", -1), 0, Map.of(), Map.of(), true);

    assertThat(words.of(steady))
        .isEqualTo(
            "Step 1, from 0 s for 60 s: ramping over 30 s: 24 users start running Browse, 1 user starts running Buy, users arrive at Search at 12.5/s (Poisson), a burst of 3 users at Buy; then 25 users are running (24 Browse, 1 Buy).");
    assertThat(words.of(hold))
        .isEqualTo(
            "Step 2, from 60 s until somebody starts the next step: 1 user stops running Buy, no more users arrive at Search; then 24 users are running (24 Browse).");
  }

  private static List<PlanStep> expand(Step... steps) {
    return new Expansion(WEIGHTS, 1).of(List.of(steps)).stream().map(Piece::plain).toList();
  }
}
