package io.crowdbench.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockEstimateTest {

  private final ClockEstimate estimate = new ClockEstimate();

  @Test
  void knowsNothingAtFirst() {
    assertThat(estimate.best()).isEqualTo(ClockEstimate.Clock.UNKNOWN);
  }

  @Test
  void trustsTheShortestRoundTripMost() {
    // ours 1000 → broker 6000 → ours 1100: 100 ms there and back
    estimate.add(1_000, 6_000, 1_100);
    // 4 ms there and back
    estimate.add(2_000, 7_001, 2_004);
    // 30 ms there and back
    estimate.add(3_000, 8_020, 3_030);

    var best = estimate.best();

    // broker's 7001.5 (middle of its millisecond) - ours 2002; half of 4 ms and half a millisecond
    assertThat(best.offsetMillis()).isEqualTo(4_999.5);
    assertThat(best.boundMillis()).isEqualTo(2.5);
  }

  @Test
  void holdsTheTruthWithinItsBound() {
    for (int asymmetry = 0; asymmetry <= 10; asymmetry++) {
      var fresh = new ClockEstimate();
      // true offset 500; the way there takes `asymmetry` ms of 10, the broker's clock cuts off
      fresh.add(1_000, Math.floor(1_000.7 + asymmetry + 500), 1_010);

      var clock = fresh.best();

      assertThat(Math.abs(clock.offsetMillis() - 500))
          .isLessThanOrEqualTo(clock.boundMillis() + 0.7);
    }
  }
}
