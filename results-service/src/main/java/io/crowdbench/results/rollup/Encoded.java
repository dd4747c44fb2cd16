package io.crowdbench.results.rollup;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// A histogram of microseconds with the compressed bytes it was read from.
record Encoded(Histogram histogram, byte[] bytes) {

  /// @throws Unreadable if it is no histogram
  static @Nullable Encoded ofBase64(@Nullable String text) {
    return text == null ? null : of(decoded(text));
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("a histogram is not Base64: " + e.getMessage(), e);
    }
  }

  /// @throws Unreadable if it is no histogram
  static Encoded of(byte[] bytes) {
    try {
      return new Encoded(
          Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0), bytes);
    } catch (DataFormatException | RuntimeException e) {
      throw new Unreadable("a histogram could not be decoded: " + e.getMessage(), e);
    }
  }

  static byte[] bytes(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    var length = histogram.encodeIntoCompressedByteBuffer(buffer);
    var bytes = new byte[length];
    buffer.flip().get(bytes);
    return bytes;
  }
}
