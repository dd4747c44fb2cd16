package io.crowdbench.agent.measure;

import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.Series;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/// Records one series; any user's thread may write while the publishing thread takes the second
/// out.
final class SeriesRecorder {

  private final SeriesKey key;
  private final Recorder latency = new Recorder(3);
  private final LongAdder incomplete = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder received = new LongAdder();
  private @Nullable Histogram recycled;

  SeriesRecorder(SeriesKey key) {
    this.key = key;
  }

  void record(long latencyNanos, long bytesSent, long bytesReceived) {
    // Rounded to the nearest microsecond: cutting off would make every latency half of one too
    // short.
    latency.recordValue(Math.max(0, (latencyNanos + 500) / 1_000));
    sent.add(bytesSent);
    received.add(bytesReceived);
  }

  /// One more without an end, and so without a latency.
  void recordIncomplete(long bytesSent) {
    incomplete.increment();
    sent.add(bytesSent);
  }

  /// What was recorded since the last call, or null if nothing was. One thread only.
  @Nullable Series take() {
    var histogram = latency.getIntervalHistogram(recycled);
    recycled = histogram;
    var count = histogram.getTotalCount() + incomplete.sumThenReset();
    if (count == 0) {
      return null;
    }
    var encoded = key.outcome() == Outcome.INCOMPLETE ? null : Histograms.encode(histogram);
    return new Series(
        key.kind(),
        key.action(),
        key.name(),
        key.outcome(),
        count,
        sent.sumThenReset(),
        received.sumThenReset(),
        encoded,
        null);
  }
}
