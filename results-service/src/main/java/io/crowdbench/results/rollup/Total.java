package io.crowdbench.results.rollup;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// A running total in the making.
final class Total {

  long count;
  long bytesSent;
  long bytesReceived;
  final Histogram latency = new Histogram(3);
  final Histogram intendedLatency = new Histogram(3);

  void add(SeriesRow row) {
    count += row.count();
    bytesSent += row.bytesSent();
    bytesReceived += row.bytesReceived();
    if (row.latency() != null) {
      latency.add(row.latency().histogram());
    }
    if (row.intendedLatency() != null) {
      intendedLatency.add(row.intendedLatency().histogram());
    }
  }

  /// Absent while nothing was recorded, as in the samples.
  static byte @Nullable [] bytes(Histogram histogram) {
    return histogram.getTotalCount() == 0 ? null : Encoded.bytes(histogram);
  }
}
