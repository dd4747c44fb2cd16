package io.crowdbench.localstack.faults;

import java.time.Duration;
import java.util.Random;

/// When a fault comes: drawn anew in each test, and the same again with `-Dcrowdbench.seed`.
final class Chance {

  private final long seed = Long.getLong("crowdbench.seed", System.nanoTime() & 0xFFFFFF);
  private final Random random = new Random(seed);

  long seed() {
    return seed;
  }

  /// Both included.
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  Duration upTo(Duration most) {
    return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
  }
}
