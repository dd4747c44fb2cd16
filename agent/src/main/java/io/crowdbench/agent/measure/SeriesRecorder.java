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

  /// Made with the first that a schedule wanted at some instant: most series never have one.
  private volatile @Nullable Recorder intended;

  private @Nullable Histogram recycledIntended;

  SeriesRecorder(SeriesKey key) {
    this.key = key;
  }

  void record(long latencyNanos, long lateNanos, long bytesSent, long bytesReceived) {
    latency.recordValue(micros(latencyNanos));
    if (lateNanos >= 0) {
      intended().recordValue(micros(latencyNanos + lateNanos));
    }
    sent.add(bytesSent);
    received.add(bytesReceived);
  }

  /// Rounded to the nearest: cutting off would make every latency half a microsecond too short.
  private static long micros(long nanos) {
    return Math.max(0, (nanos + 500) / 1_000);
  }

  private Recorder intended() {
    var known = intended;
    if (known == null) {
      synchronized (this) {
        known = intended;
        if (known == null) {
          known = new Recorder(3);
          intended = known;
        }
      }
    }
    return known;
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
        takeIntended());
  }

  private @Nullable String takeIntended() {
    var recorder = intended;
    if (recorder == null) {
      return null;
    }
    var histogram = recorder.getIntervalHistogram(recycledIntended);
    recycledIntended = histogram;
    return histogram.getTotalCount() == 0 ? null : Histograms.encode(histogram);
  }
}
