package io.crowdbench.benchmarks.site;

import java.time.Duration;

/// How long the [LawServer] takes to answer, known exactly.
///
/// @param smallest what every answer takes
/// @param mean of the exponential distribution on top of it; none for answers that all take the
///   same
public record Law(Duration smallest, Duration mean) {

  /// The law is met exactly every so many answers, rather than on average.
  static final int STRATA = 1_000;

  /// Shuffles them: has no divisor in common with their number.
  private static final int STRIDE = 617;

  /// The time that part of all answers take at most.
  ///
  /// @param part from 0 to below 1
  /// @return in milliseconds
  public double quantile(double part) {
    return millis(smallest) - millis(mean) * Math.log1p(-part);
  }

  /// How long the answer of that number takes, in nanoseconds.
  long nanos(long number) {
    var stratum = (number * STRIDE) % STRATA;
    return (long) (quantile((stratum + 0.5) / STRATA) * 1e6);
  }

  static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
