package io.crowdbench.benchmarks.machine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits in plain steps: a benchmark's stretches of time are what it is about.
public final class Waiting {

  private Waiting() {}

  public static void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  /// True once the condition holds; false if it does not within the time.
  public static boolean until(Duration patience, BooleanSupplier condition)
      throws InterruptedException {
    var end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }
}
