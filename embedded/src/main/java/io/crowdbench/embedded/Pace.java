package io.crowdbench.embedded;

import java.time.Duration;

/// How long the shop takes for its n-th request: mostly a few milliseconds, with a thin tail up to
/// 25 ms.
final class Pace {

  private Pace() {}

  /// The same number takes the same time in every run, so two runs of a demo look alike.
  static Duration of(long request) {
    var share = (mix(request) >>> 11) * 0x1.0p-53;
    return Duration.ofNanos((long) (1e6 * (2 + 23 * Math.pow(share, 4))));
  }

  /// The finishing step of SplitMix64: neighbours come out far apart.
  private static long mix(long value) {
    var z = value * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
