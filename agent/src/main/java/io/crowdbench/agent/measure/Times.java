package io.crowdbench.agent.measure;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/// Records times of one sort in microseconds; any user's thread may write while the publishing
/// thread takes the second out.
final class Times {

  private final Recorder recorder = new Recorder(3);
  private @Nullable Histogram recycled;

  void record(long nanos) {
    // Rounded to the nearest microsecond: cutting off would make every time half of one too short.
    recorder.recordValue(Math.max(0, (nanos + 500) / 1_000));
  }

  /// What was recorded since the last call; valid until the next. One thread only.
  Histogram take() {
    var histogram = recorder.getIntervalHistogram(recycled);
    recycled = histogram;
    return histogram;
  }
}
