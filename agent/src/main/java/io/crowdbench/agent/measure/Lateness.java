package io.crowdbench.agent.measure;

/// How much later than due the runner let users begin their passes: its own doing, never the
/// site's. Written by all users' threads, emptied once a second by one.
public final class Lateness {

  private final Times times = new Times();

  public Lateness() {
    // The first record loads classes, which would make the first user late indeed.
    record(0);
    var _ = take();
  }

  /// @param count how many passes had a due time and nothing but the runner to wait for
  /// @param p99Micros 99 of 100 of them began no later than this after it
  /// @param maxMicros the latest of them
  public record Taken(long count, long p99Micros, long maxMicros) {}

  /// A pass began.
  ///
  /// @param nanos how long after it was due
  public synchronized void record(long nanos) {
    times.record(nanos);
  }

  /// What was recorded since the last call. One thread only.
  public synchronized Taken take() {
    var histogram = times.take();
    return new Taken(
        histogram.getTotalCount(), histogram.getValueAtPercentile(99), histogram.getMaxValue());
  }
}
