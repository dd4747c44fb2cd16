package io.crowdbench.agent.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalBatchesTest {

  private static final long EVERY = ArrivalBatches.EVERY_NANOS;

  private final ArrivalBatches batches = new ArrivalBatches();

  @Test
  void areNotHeldUpWhereLittleIsDue() {
    for (long due = 0; due < 1_000 * EVERY; due += 2 * EVERY) {
      batches.looked(due);

      assertThat(batches.next()).isLessThanOrEqualTo(due + EVERY);
    }
  }

  @Test
  void areEvenlyApartWhereVeryMuchIsDue() {
    long now = 0;
    for (int i = 0; i < 1_000; i++) {
      batches.looked(now);
      now = Math.max(now + EVERY / 50, batches.next());
    }

    assertThat(now).isBetween(990 * EVERY, 1_000 * EVERY);
    batches.looked(now);
    assertThat(batches.next() - now).isEqualTo(EVERY);
  }

  /// 500 arrivals in a second, by chance: what comes close together is told apart all the same.
  @Test
  void letChanceBringArrivalsCloseTogether() {
    var random = new Random(1);
    double due = 0;
    int late = 0;
    for (int i = 0; i < 10_000; i++) {
      due += -Math.log(1 - random.nextDouble()) * 4 * EVERY;
      late += batches.next() > due ? 1 : 0;
      batches.looked(Math.max((long) due, batches.next()));
    }

    assertThat(late).isLessThan(10);
  }
}
