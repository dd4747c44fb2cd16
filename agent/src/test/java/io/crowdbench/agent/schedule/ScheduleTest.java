package io.crowdbench.agent.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdbench.messages.agent.RunShare.ShareArrivals;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.agent.RunShare.UserRamp;
import io.crowdbench.messages.run.Spacing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Time goes by here as the test says.
class ScheduleTest {

  private static final long SECOND = 1_000_000_000;

  private final List<Double> arrivals = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Map<String, Integer> users = Map.of();
  private final Schedule.Crowd crowd =
      new Schedule.Crowd() {
        @Override
        public void become(Map<String, Integer> wanted) {
          users = wanted;
          told.add("%d %s".formatted(schedule.now() / 1_000_000, wanted));
        }

        @Override
        public void arrive(String action, long due) {
          arrivals.add(due / 1e9);
        }
      };
  private Schedule schedule = new Schedule(List.of(), 1);

  @Test
  void spacesArrivalsEvenlyEachInTheMiddleOfItsTime() {
    run(step(1_000, even(5)));

    assertThat(arrivals).containsExactly(0.1, 0.3, 0.5, 0.7, 0.9);
  }

  /// 2 per second, rising to 6: the n-th is due when 2 t + t² = n + 0.5 for a ramp of two seconds.
  @Test
  void rampsRatesInAStraightLine() {
    run(
        new ShareStep(
            2_000,
            Map.of(),
            2_000,
            Map.of(),
            Map.of("Buy", new ShareArrivals(2, 6, Spacing.EVEN, 0.5)),
            Map.of(),
            false));

    assertThat(arrivals).hasSize(8);
    for (int n = 0; n < 8; n++) {
      assertThat(arrivals.get(n)).isCloseTo(-1 + Math.sqrt(1 + n + 0.5), within(1e-8));
    }
  }

  @Test
  void keepsThePaceFromOneStepToTheNext() {
    run(step(250, even(4)), step(250, even(4)), step(500, even(2)));

    assertThat(arrivals).containsExactly(0.125, 0.375, 0.75);
  }

  @Test
  void isNoLaterForHavingBeenAskedLate() {
    var steps = new ShareStep[] {step(1_000, even(50)), step(3_000, even(20))};
    run(steps);
    var prompt = List.copyOf(arrivals);
    arrivals.clear();
    schedule = new Schedule(List.of(steps), 1);
    schedule.advance(10 * SECOND, crowd);

    assertThat(arrivals).isEqualTo(prompt).hasSize(110);
  }

  @Test
  void drawsPoissonDistancesFromTheSeed() {
    var poisson = Map.of("Buy", new ShareArrivals(200, 200, Spacing.POISSON, 0));
    run(step(50_000, poisson));
    var first = List.copyOf(arrivals);
    arrivals.clear();
    run(step(50_000, poisson));

    assertThat(arrivals).isEqualTo(first);
    assertThat(first.size()).isCloseTo(10_000, within(400));
    // Half of exponentially distributed distances are shorter than ln 2 of their mean.
    var shorter = 0;
    for (int i = 1; i < first.size(); i++) {
      shorter += first.get(i) - first.get(i - 1) < Math.log(2) / 200 ? 1 : 0;
    }
    assertThat(shorter / (double) first.size()).isCloseTo(0.5, within(0.03));
  }

  @Test
  void letsThoseWhoComeAtOnceComeAtTheBeginning() {
    run(
        step(500, Map.of()),
        new ShareStep(500, Map.of(), 0, Map.of(), Map.of(), Map.of("Buy", 3), false));

    assertThat(arrivals).containsExactly(0.5, 0.5, 0.5);
  }

  @Test
  void letsUsersComeOneByOne() {
    run(
        new ShareStep(
            1_000,
            Map.of("Buy", 3),
            600,
            Map.of("Buy", new UserRamp(0, 200, 200)),
            Map.of(),
            Map.of(),
            false),
        step(100, Map.of()));

    assertThat(told)
        .containsExactly("0 {Buy=0}", "200 {Buy=1}", "400 {Buy=2}", "600 {Buy=3}", "1000 {}");
  }

  @Test
  void holdsUntilTheNextStepIsAskedFor() {
    var hold = new ShareStep(0, Map.of("Buy", 1), 0, Map.of(), even(10), Map.of(), true);
    var steps = List.of(hold, step(1_000, Map.of()));
    schedule = new Schedule(steps, 1);
    schedule.advance(100 * SECOND, crowd);
    assertThat(schedule.step()).isZero();
    assertThat(arrivals).hasSize(1_000);
    assertThat(schedule.bringsMore()).isTrue();

    schedule.change(steps, 1);
    schedule.change(steps, 1);
    schedule.advance(100 * SECOND + SECOND / 2, crowd);
    assertThat(schedule.step()).isEqualTo(1);
    assertThat(users).isEmpty();

    schedule.advance(101 * SECOND, crowd);
    assertThat(schedule.isOver()).isTrue();
    assertThat(arrivals).hasSize(1_000);
  }

  @Test
  void takesUpAnotherRateWithoutForgettingWhoIsUnderWay() {
    schedule = new Schedule(List.of(step(10_000, even(1))), 1);
    schedule.advance(SECOND, crowd);
    schedule.change(List.of(step(10_000, even(4))), 0);
    schedule.advance(2 * SECOND, crowd);

    assertThat(arrivals).containsExactly(0.5, 1.125, 1.375, 1.625, 1.875);
  }

  @Test
  void takesUpOtherUsersInTheMiddle() {
    schedule = new Schedule(List.of(step(10_000, Map.of())), 1);
    schedule.advance(SECOND, crowd);
    schedule.change(List.of(new ShareStep(10_000, Map.of("Buy", 4))), 0);
    schedule.advance(SECOND, crowd);

    assertThat(users).isEqualTo(Map.of("Buy", 4));
  }

  @Test
  void knowsWhetherAnybodyIsStillToCome() {
    var busy = new ShareStep(1_000, Map.of("Buy", 4));
    var fewer = new ShareStep(1_000, Map.of("Buy", 2));
    schedule = new Schedule(List.of(busy, fewer, fewer), 1);
    schedule.advance(1, crowd);
    assertThat(schedule.bringsMore()).isFalse();

    schedule = new Schedule(List.of(fewer, fewer, busy), 1);
    schedule.advance(1, crowd);
    assertThat(schedule.bringsMore()).isTrue();
  }

  /// Whatever the rates, however they are looked at: as many arrive as the rates add up to.
  @RepeatedTest(100)
  void letsAsManyArriveAsTheRatesSay(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var steps = new ArrayList<ShareStep>();
    var expected = 0.0;
    var from = 0.0;
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      var to = random.nextInt(4) == 0 ? 0 : random.nextDouble(50);
      long millis = random.nextLong(1, 5_000);
      long ramp = random.nextBoolean() ? 0 : random.nextLong(1, millis + 1);
      var begin = ramp == 0 ? to : from;
      var own = Map.of("Buy", new ShareArrivals(begin, to, Spacing.EVEN, 0.5));
      steps.add(new ShareStep(millis, Map.of(), ramp, Map.of(), own, Map.of(), false));
      expected += (begin + to) / 2 * ramp / 1e3 + to * (millis - ramp) / 1e3;
      from = to;
    }

    run(steps.toArray(ShareStep[]::new));

    assertThat((double) arrivals.size()).isCloseTo(expected, within(0.5 + 1e-6));
    assertThat(arrivals).isSorted();
  }

  /// The slaves' evenly spaced users together are evenly spaced.
  @RepeatedTest(20)
  void mergesEvenly(RepetitionInfo repetition) {
    int slaves = repetition.getCurrentRepetition();
    for (int slave = 0; slave < slaves; slave++) {
      var rate = 100.0 / slaves;
      run(
          step(
              2_000,
              Map.of("Buy", new ShareArrivals(rate, rate, Spacing.EVEN, (slave + 0.5) / slaves))));
    }

    var all = arrivals.stream().sorted().toList();
    assertThat(all).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(all.get(i)).isCloseTo((i + 0.5) / 100, within(1e-6));
    }
  }

  private void run(ShareStep... steps) {
    schedule = new Schedule(List.of(steps), 1);
    schedule.advance(0, crowd);
    while (!schedule.isOver()) {
      schedule.advance(schedule.nextDue(), crowd);
    }
  }

  private static Map<String, ShareArrivals> even(double perSecond) {
    return new HashMap<>(Map.of("Buy", new ShareArrivals(perSecond, perSecond, Spacing.EVEN, 0.5)));
  }

  private static ShareStep step(long millis, Map<String, ShareArrivals> arrivals) {
    return new ShareStep(millis, Map.of(), 0, Map.of(), arrivals, Map.of(), false);
  }
}
