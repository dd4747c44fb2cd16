package io.crowdbench.agent.runner;

import java.util.concurrent.TimeUnit;

/// How far apart the schedule is looked at. Where little is due, everything has its own instant.
/// Where very much is due, what falls due within half a millisecond is done together: to wake up
/// for each costs more, here and at the site, than the rest of a request.
final class ArrivalBatches {

  static final long EVERY_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  /// By then it is looked at even if nobody is awake.
  static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /// So many may be closer together: chance brings arrivals close together at any rate.
  private static final int SPARE = 8;

  private long next = Long.MIN_VALUE;

  /// It was looked at.
  ///
  /// @param now in nanoseconds, of any clock
  void looked(long now) {
    next = Math.max(next, now - SPARE * EVERY_NANOS) + EVERY_NANOS;
  }

  /// When it may be looked at again, by the same clock.
  long next() {
    return next;
  }
}
