package io.crowdbench.results.histogram;

/// The buckets of an HdrHistogram that discerns 1 µs and keeps three significant digits: 2,048 of
/// width 1, then 1,024 for each doubling.
final class Scale {

  /// One more than the number of the last bucket there can be.
  static final int MAX_BUCKETS = 55 << 10;

  private static final int HALF = 1_024;

  private Scale() {}

  static int bucket(long value) {
    int doublings = 53 - Long.numberOfLeadingZeros(value | 2_047);
    return (doublings << 10) + (int) (value >>> doublings);
  }

  /// The least value of a bucket.
  static long lowest(int bucket) {
    int doublings = (bucket >> 10) - 1;
    return doublings < 0 ? bucket : (long) ((bucket & (HALF - 1)) + HALF) << doublings;
  }

  /// How many values share a bucket.
  static long width(int bucket) {
    return 1L << Math.max(0, (bucket >> 10) - 1);
  }

  /// The first bucket after this one that has another width.
  static int nextWidth(int bucket) {
    return Math.max(bucket >> 10, 1) + 1 << 10;
  }

  static long highest(int bucket) {
    return lowest(bucket) + width(bucket) - 1;
  }

  static long middle(int bucket) {
    return lowest(bucket) + (width(bucket) >> 1);
  }
}
