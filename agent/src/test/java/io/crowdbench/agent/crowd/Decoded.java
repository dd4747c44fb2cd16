package io.crowdbench.agent.crowd;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Reads histograms as they travel.
final class Decoded {

  private Decoded() {}

  /// @return in microseconds
  static long max(@Nullable String encoded) {
    var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(requireNonNull(encoded)));
    return Histogram.decodeFromByteBuffer(bytes, 0).getMaxValue();
  }
}
