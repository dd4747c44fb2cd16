package io.crowdbench.agent.schedule;

import io.crowdbench.messages.agent.RunShare.ShareArrivals;
import io.crowdbench.messages.run.Spacing;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The users of one action who arrive at a rate.
///
/// It counts how many should have arrived, as a real number that grows by the rate, across steps
/// and changes; a user is due whenever that number reaches the next mark. Marks of even spacing are
/// a whole number plus the slave's phase apart from 0; those of Poisson spacing are exponentially
/// distributed distances apart, which makes them a Poisson process at any course of the rate.
final class ArrivalStream {

  private final String action;
  private final SplittableRandom random;
  private @Nullable ShareArrivals wanted;
  private Rate rate = Rate.NONE;

  /// The time of the step from which on the rate holds.
  private double since;

  /// How many should have arrived until then.
  private double before;

  private double mark = Double.NEGATIVE_INFINITY;

  ArrivalStream(String action, long seed) {
    this.action = action;
    this.random = new SplittableRandom(seed * 31 + action.hashCode());
  }

  String action() {
    return action;
  }

  /// The rate no longer holds.
  ///
  /// @param nanos the time of its step
  void end(double nanos) {
    before += rate.count(nanos) - rate.count(since);
    rate = Rate.NONE;
    since = 0;
  }

  /// Another rate holds.
  ///
  /// @param rampNanos how long it takes from its beginning in the step to its final value
  /// @param nanos the time of the step from which on it holds
  void begin(ShareArrivals next, double rampNanos, double nanos) {
    since = nanos;
    rate = new Rate(next.fromPerSecond() / 1e9, next.perSecond() / 1e9, rampNanos);
    if (wanted == null || wanted.spacing() != next.spacing() || wanted.phase() != next.phase()) {
      mark =
          next.spacing() == Spacing.POISSON
              ? before + random.nextExponential()
              : next.phase() + Math.ceil(before - next.phase());
    }
    wanted = next;
  }

  /// When in the step the next one is due; infinite if not in this step.
  double due() {
    return rate == Rate.NONE
        ? Double.POSITIVE_INFINITY
        : Math.max(since, rate.reaches(mark - before + rate.count(since)));
  }

  /// The one that was due has arrived.
  void arrived() {
    mark += wanted != null && wanted.spacing() == Spacing.POISSON ? random.nextExponential() : 1;
  }
}
