package io.crowdbench.results.rollup;

import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// One line in the making: rows are added, percentiles are read off what came together.
final class MergedLine {

  private OutcomeCounts counts = OutcomeCounts.NONE;
  private long bytesSent;
  private long bytesReceived;
  private final Histogram latency = new Histogram(3);
  private final Histogram intendedLatency = new Histogram(3);

  void add(SeriesRow row) {
    counts = counts.plus(OutcomeCounts.of(row.outcome(), row.count()));
    bytesSent += row.bytesSent();
    bytesReceived += row.bytesReceived();
    if (row.latency() != null) {
      latency.add(row.latency().histogram());
    }
    if (row.intendedLatency() != null) {
      intendedLatency.add(row.intendedLatency().histogram());
    }
  }

  SeriesLine line(Kind kind, String action, String name) {
    return new SeriesLine(
        kind,
        action,
        name,
        counts,
        bytesSent,
        bytesReceived,
        inShort(latency),
        inShort(intendedLatency));
  }

  static @Nullable Latency inShort(Histogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return null;
    }
    return new Latency(
        histogram.getTotalCount(),
        histogram.getMean(),
        histogram.getMinValue(),
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(90),
        histogram.getValueAtPercentile(95),
        histogram.getValueAtPercentile(99),
        histogram.getValueAtPercentile(99.9),
        histogram.getMaxValue());
  }
}
