package io.crowdbench.results.histogram;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A histogram that others are added to; percentiles are read off what came together. Its figures
/// are those that HdrHistogram gives for the same values.
///
/// The first one that is added is kept as it comes, in the order of its buckets: most are asked
/// without another ever being added, and few of the buckets they span have anything in them. With
/// the second all buckets get a place.
public final class Counts {

  private static final int MARGIN = 512;

  /// The buckets that have something, in their order, while only one was added.
  private int[] buckets = {};

  private long[] sizes = {};
  private int used;

  /// All buckets from `first` on, once there are several; else nothing but zeros.
  private long[] counts = {};

  private int first;
  private boolean several;

  /// What is read to be added; made with the first.
  private @Nullable Counts beside;

  private int low = Integer.MAX_VALUE;
  private int high = -1;
  private long total;

  void add(int bucket, long count) {
    if (several || bucket <= high) {
      spread(bucket, bucket);
      counts[bucket - first] += count;
      widen(bucket, bucket);
      total += count;
    } else {
      append(bucket, count);
    }
  }

  private void append(int bucket, long count) {
    if (used == buckets.length) {
      makeRoom(used + 1);
    }
    buckets[used] = bucket;
    sizes[used++] = count;
    widen(bucket, bucket);
    total += count;
  }

  private void makeRoom(int wanted) {
    int larger = Math.max(wanted, Math.max(64, 2 * buckets.length));
    buckets = Arrays.copyOf(buckets, larger);
    sizes = Arrays.copyOf(sizes, larger);
  }

  private void widen(int lowest, int highest) {
    low = Math.min(low, lowest);
    high = Math.max(high, highest);
  }

  private boolean isEmpty() {
    return high < 0;
  }

  /// Gives each bucket a place, up to those two.
  private void spread(int lowest, int highest) {
    int from = Math.min(lowest, low);
    int to = Math.max(highest, high);
    if (from < first || to >= first + counts.length) {
      int start = Math.max(0, from - MARGIN);
      var larger = new long[to + MARGIN - start];
      if (several) {
        System.arraycopy(counts, low - first, larger, low - start, high - low + 1);
      }
      counts = larger;
      first = start;
    }
    if (!several) {
      several = true;
      for (int i = 0; i < used; i++) {
        counts[buckets[i] - first] = sizes[i];
      }
      used = 0;
    }
  }

  public void add(Counts other) {
    if (other.isEmpty()) {
      return;
    }
    if (isEmpty() && !other.several) {
      if (buckets.length < other.used) {
        makeRoom(other.used);
      }
      System.arraycopy(other.buckets, 0, buckets, 0, other.used);
      System.arraycopy(other.sizes, 0, sizes, 0, other.used);
      used = other.used;
    } else {
      spread(other.low, other.high);
      if (other.several) {
        addSpread(other);
      } else {
        for (int i = 0; i < other.used; i++) {
          counts[other.buckets[i] - first] += other.sizes[i];
        }
      }
    }
    widen(other.low, other.high);
    total += other.total;
  }

  private void addSpread(Counts other) {
    // Plain enough for processors to add several at a time.
    var sums = counts;
    var more = other.counts;
    int at = other.low - first;
    int from = other.low - other.first;
    int length = other.high - other.low + 1;
    for (int i = 0; i < length; i++) {
      sums[at + i] += more[from + i];
    }
  }

  /// Adds what [#writeTo] or [Buckets#writeTo] wrote.
  public void addFrom(Input in) {
    int size = in.integer();
    if (size == 0) {
      return;
    }
    if (isEmpty()) {
      read(in, size);
    } else {
      if (beside == null) {
        beside = new Counts();
      }
      beside.read(in, size);
      add(beside);
    }
  }

  /// In place of what there was.
  private void read(Input in, int size) {
    if (buckets.length < size) {
      makeRoom(size);
    }
    var places = buckets;
    var values = sizes;
    int bucket = -1;
    long sum = 0;
    for (int i = 0; i < size; i++) {
      int gap = in.integer();
      bucket += (gap >>> 1) + 1;
      long count = (gap & 1) == 0 ? 1 : in.number();
      places[i] = bucket;
      values[i] = count;
      sum += count;
    }
    used = size;
    low = places[0];
    high = bucket;
    total = sum;
  }

  public void writeTo(Output out) {
    if (!several) {
      out.number(used);
      int before = -1;
      for (int i = 0; i < used; i++) {
        Packed.write(out, buckets[i] - before - 1, sizes[i]);
        before = buckets[i];
      }
      return;
    }
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
    if (several) {
      Arrays.fill(counts, low - first, high - first + 1, 0);
    }
    several = false;
    used = 0;
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
    // Whole numbers, since adding those is quick: there is room for 290,000 years of waiting.
    long sum = 0;
    if (several) {
      for (int from = low; from <= high; from = Scale.nextWidth(from)) {
        sum += sum(from, Math.min(high + 1, Scale.nextWidth(from)));
      }
    } else {
      for (int i = 0; i < used; i++) {
        sum += Scale.middle(buckets[i]) * sizes[i];
      }
    }
    return (double) sum / total;
  }

  /// Of the middles of buckets of one width.
  private long sum(int from, int to) {
    long values = 0;
    long steps = 0;
    for (int i = from; i < to; i++) {
      long count = count(i);
      values += count;
      steps += count * (i - from);
    }
    return Scale.middle(from) * values + Scale.width(from) * steps;
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
    return percentiles(percentile)[0];
  }

  /// The same for several, in one go.
  ///
  /// @param ascending each 0 to 100
  public long[] percentiles(double... ascending) {
    var values = new long[ascending.length];
    if (isEmpty()) {
      return values;
    }
    int at = 0;
    long seen = several ? count(low) : sizes[0];
    for (int i = 0; i < values.length; i++) {
      long wanted = wanted(ascending[i]);
      while (seen < wanted) {
        at++;
        seen += several ? count(low + at) : sizes[at];
      }
      int bucket = several ? low + at : buckets[at];
      values[i] = ascending[i] == 0 ? Scale.lowest(bucket) : Scale.highest(bucket);
    }
    return values;
  }

  private long wanted(double percentile) {
    // The next lower number, lest 99.9 % of 1,000 be 999.0000001 and so the thousandth.
    double asked = Math.clamp(Math.nextDown(percentile), 0, 100);
    return Math.max(1, (long) Math.ceil(asked * total / 100));
  }
}
