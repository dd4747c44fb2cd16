package io.crowdbench.agent.measure;

import org.HdrHistogram.Histogram;

/// Times of one second, recorded in one histogram while the last second's is read from another. Not
/// for several threads.
final class Times {

  private Histogram now = new Histogram(3);
  private Histogram before = new Histogram(3);

  void record(long nanos) {
    now.recordValue(micros(nanos));
  }

  /// Rounded to the nearest: cutting off would make every latency half a microsecond too short.
  private static long micros(long nanos) {
    return Math.max(0, (nanos + 500) / 1_000);
  }

  /// What was recorded since the last call; valid until the next one.
  Histogram take() {
    var taken = now;
    now = before;
    now.reset();
    before = taken;
    return taken;
  }
}
