package io.crowdbench.results.histogram;

import java.util.Arrays;

/// The buckets of one histogram that are not empty, in their order. Meant to be filled again and
/// again: reading thousands of histograms a second must leave no garbage.
public final class Buckets {

  private int[] buckets = new int[64];
  private long[] counts = new long[64];
  private int size;
  private long total;

  public void clear() {
    size = 0;
    total = 0;
  }

  void add(int bucket, long count) {
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    buckets[size] = bucket;
    counts[size++] = count;
    total += count;
  }

  /// How many values were recorded.
  public long total() {
    return total;
  }

  public void addTo(Counts sum) {
    for (int i = 0; i < size; i++) {
      sum.add(buckets[i], counts[i]);
    }
  }

  /// A number per bucket where one value fell into it, two elsewhere; what comes first is how many.
  public void writeTo(Output out) {
    out.number(size);
    int before = -1;
    for (int i = 0; i < size; i++) {
      Packed.write(out, buckets[i] - before - 1, counts[i]);
      before = buckets[i];
    }
  }
}
