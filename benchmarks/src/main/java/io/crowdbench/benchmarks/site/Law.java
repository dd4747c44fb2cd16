package io.crowdbench.benchmarks.site;

import java.time.Duration;

/// How long the [LawServer] takes to answer, known exactly.
///
/// @param smallest what every answer takes
/// @param mean of the exponential distribution on top of it; none for answers that all take the
///   same
public record Law(Duration smallest, Duration mean) {

  /// Multiples of the golden ratio, but for their whole part, fill the distance from 0 to 1 as
  /// evenly as any row of numbers does, however many of them are taken: so the law is met by all
  /// answers together, not just on average.
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /// The time that part of all answers take at most.
  ///
  /// @param part from 0 to below 1
  /// @return in milliseconds
  public double quantile(double part) {
    return millis(smallest) - millis(mean) * Math.log1p(-part);
  }

  /// How long the answer of that number takes, in nanoseconds.
  long nanos(long number) {
    var turns = (number + 0.5) * GOLDEN;
    return (long) (quantile(turns - Math.floor(turns)) * 1e6);
  }

  static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
