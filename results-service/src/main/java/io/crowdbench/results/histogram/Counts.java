package io.crowdbench.results.histogram;

import java.util.Arrays;

/// A histogram that others are added to; percentiles are read off what came together. Its figures
/// are those that HdrHistogram gives for the same values.
public final class Counts {

  private static final long[] NONE = new long[0];

  private long[] counts = NONE;
  private int low = Integer.MAX_VALUE;
  private int high = -1;
  private long total;

  void add(int bucket, long count) {
    if (bucket >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(4_096, bucket + bucket / 4 + 1));
    }
    counts[bucket] += count;
    total += count;
    low = Math.min(low, bucket);
    high = Math.max(high, bucket);
  }

  public void add(Counts other) {
    for (int i = other.low; i <= other.high; i++) {
      if (other.counts[i] != 0) {
        add(i, other.counts[i]);
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
      if (counts[i] != 0) {
        size++;
      }
    }
    out.number(size);
    int before = -1;
    for (int i = low; i <= high; i++) {
      if (counts[i] != 0) {
        Packed.write(out, i - before - 1, counts[i]);
        before = i;
      }
    }
  }

  /// As good as new, without giving up its room.
  public void clear() {
    if (high >= low) {
      Arrays.fill(counts, low, high + 1, 0);
    }
    low = Integer.MAX_VALUE;
    high = -1;
    total = 0;
  }

  public long total() {
    return total;
  }

  public double mean() {
    double sum = 0;
    for (int i = low; i <= high; i++) {
      sum += (double) Scale.middle(i) * counts[i];
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
      seen += counts[i];
      if (seen >= wanted) {
        return percentile == 0 ? Scale.lowest(i) : Scale.highest(i);
      }
    }
    return 0;
  }
}
