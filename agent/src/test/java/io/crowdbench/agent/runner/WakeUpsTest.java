package io.crowdbench.agent.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WakeUpsTest {

  private static final long EVERY = WakeUps.EVERY_NANOS;

  private final WakeUps wakeUps = new WakeUps();

  @Test
  void areNotHeldUpWhereLittleIsDue() {
    for (long due = 0; due < 1_000 * EVERY; due += 2 * EVERY) {
      wakeUps.awake(due);

      assertThat(wakeUps.next()).isLessThanOrEqualTo(due + EVERY);
    }
  }

  @Test
  void areEvenlyApartWhereVeryMuchIsDue() {
    long now = 0;
    for (int i = 0; i < 1_000; i++) {
      wakeUps.awake(now);
      now = Math.max(now + EVERY / 50, wakeUps.next());
    }

    assertThat(now).isBetween(990 * EVERY, 1_000 * EVERY);
    wakeUps.awake(now);
    assertThat(wakeUps.next() - now).isEqualTo(EVERY);
  }

  /// 500 arrivals in a second, by chance: what comes close together is told apart all the same.
  @Test
  void letChanceBringArrivalsCloseTogether() {
    var random = new Random(1);
    double due = 0;
    int late = 0;
    for (int i = 0; i < 10_000; i++) {
      due += -Math.log(1 - random.nextDouble()) * 4 * EVERY;
      late += wakeUps.next() > due ? 1 : 0;
      wakeUps.awake(Math.max((long) due, wakeUps.next()));
    }

    assertThat(late).isLessThan(10);
  }
}
