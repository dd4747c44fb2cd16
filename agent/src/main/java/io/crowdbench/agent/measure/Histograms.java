package io.crowdbench.agent.measure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.Histogram;

/// The form in which histograms travel: HdrHistogram's V2 encoding in Base64. It is not compressed:
/// the message as a whole is, once, and whoever reads it need not inflate forty of them.
final class Histograms {

  private Histograms() {}

  static String encode(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }
}
