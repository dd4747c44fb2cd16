package io.crowdbench.results.histogram;

import java.util.Arrays;

/// A histogram that others are added to; percentiles are read off what came together. Its figures
/// are those that HdrHistogram gives for the same values.
public final class Counts {

  private static final long[] NONE = new long[0];
  private static final int MARGIN = 512;

  private long[] counts = NONE;

  /// The bucket that the first of them is of: latencies of one series lie close together.
  private int first;

  private int low = Integer.MAX_VALUE;
  private int high = -1;
  private long total;

  void add(int bucket, long count) {
    if (bucket < first || bucket >= first + counts.length) {
      makeRoom(bucket);
    }
    counts[bucket - first] += count;
    total += count;
    low = Math.min(low, bucket);
    high = Math.max(high, bucket);
  }

  private void makeRoom(int bucket) {
    if (total == 0) {
      first = Math.max(0, bucket - MARGIN);
      if (counts.length < 2 * MARGIN) {
        counts = new long[2 * MARGIN];
      }
      return;
    }
    int from = Math.min(first, Math.max(0, bucket - MARGIN));
    int to = Math.max(first + counts.length, bucket + MARGIN);
    var larger = new long[to - from];
    System.arraycopy(counts, low - first, larger, low - from, high - low + 1);
    counts = larger;
    first = from;
  }

  public void add(Counts other) {
    for (int i = other.low; i <= other.high; i++) {
      long count = other.count(i);
      if (count != 0) {
        add(i, count);
      }
    }
  }

  /// Adds what [#writeTo] or [Buckets#writeTo] wrote.
  public void addFrom(Input in) {
    int size = in.integer();
    int bucket = -1;
    for (int i = 0; i < size; i++) {
      long gap = in.number();
      bucket += (int) (gap >>> 1) + 1;
      add(bucket, (gap & 1) == 0 ? 1 : in.number());
    }
  }

  public void writeTo(Output out) {
    int size = 0;
    for (int i = low; i <= high; i++) {
      if (count(i) != 0) {
        size++;
      }
    }
    out.number(size);
    int before = -1;
    for (int i = low; i <= high; i++) {
      if (count(i) != 0) {
        Packed.write(out, i - before - 1, count(i));
        before = i;
      }
    }
  }

  /// As good as new, without giving up its room.
  public void clear() {
    if (high >= low) {
      Arrays.fill(counts, low - first, high - first + 1, 0);
    }
    low = Integer.MAX_VALUE;
    high = -1;
    total = 0;
  }

  private long count(int bucket) {
    return counts[bucket - first];
  }

  public long total() {
    return total;
  }

  public double mean() {
    double sum = 0;
    for (int i = low; i <= high; i++) {
      sum += (double) Scale.middle(i) * count(i);
    }
    return sum / total;
  }

  public long min() {
    return Scale.lowest(low);
  }

  public long max() {
    return Scale.highest(high);
  }

  /// The highest value of the bucket in which so many percent of all values, rounded up, have come.
  ///
  /// @param percentile 0 to 100
  public long percentile(double percentile) {
    // The next lower number, lest 99.9 % of 1,000 be 999.0000001 and so the thousandth.
    double asked = Math.clamp(Math.nextDown(percentile), 0, 100);
    long wanted = Math.max(1, (long) Math.ceil(asked * total / 100));
    long seen = 0;
    for (int i = low; i <= high; i++) {
      seen += count(i);
      if (seen >= wanted) {
        return percentile == 0 ? Scale.lowest(i) : Scale.highest(i);
      }
    }
    return 0;
  }
}
