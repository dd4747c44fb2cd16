package io.crowdbench.results.histogram;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Histograms as they travel: HdrHistogram's V2 encoding in Base64, plain or compressed. They are
/// read straight into buckets, without a histogram in between, since this is what a slave's second
/// costs most.
public final class Wire {

  private static final int PLAIN = 0x1c849313;
  private static final int COMPRESSED = 0x1c849314;
  private static final int HEADER = 40;

  private final Inflater inflater = new Inflater();
  private byte[] inflated = new byte[4_096];

  /// Reads one, in place of what was read before.
  ///
  /// @param text Base64
  /// @throws Unreadable if it is no histogram of microseconds with three significant digits
  public void read(String text, Buckets into) {
    into.clear();
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      var plain =
          switch (bytes.remaining() < HEADER / 4 ? 0 : bytes.getInt(0)) {
            case PLAIN -> bytes;
            case COMPRESSED -> inflate(bytes);
            default -> throw new Unreadable("a histogram does not begin as one", null);
          };
      read(plain, into);
    } catch (DataFormatException | RuntimeException e) {
      throw e instanceof Unreadable known
          ? known
          : new Unreadable("a histogram could not be decoded: " + e.getMessage(), e);
    }
  }

  private ByteBuffer inflate(ByteBuffer bytes) throws DataFormatException {
    int length = bytes.getInt(4);
    inflater.reset();
    inflater.setInput(bytes.array(), 8, length);
    int filled = 0;
    while (!inflater.finished()) {
      if (filled == inflated.length) {
        inflated = Arrays.copyOf(inflated, 2 * filled);
      }
      int more = inflater.inflate(inflated, filled, inflated.length - filled);
      if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
        throw new Unreadable("a histogram is cut off", null);
      }
      filled += more;
    }
    return ByteBuffer.wrap(inflated, 0, filled).order(ByteOrder.BIG_ENDIAN);
  }

  private static void read(ByteBuffer plain, Buckets into) {
    if (plain.getInt(0) != PLAIN
        || plain.getInt(8) != 0
        || plain.getInt(12) != 3
        || plain.getLong(16) != 1) {
      throw new Unreadable("a histogram is not one of whole microseconds with 3 digits", null);
    }
    int end = HEADER + plain.getInt(4);
    var bytes = plain.array();
    if (end < HEADER || end > plain.limit()) {
      throw new Unreadable("a histogram is cut off", null);
    }
    int at = HEADER;
    long bucket = 0;
    while (at < end) {
      long value = bytes[at++];
      if (value < 0) {
        value &= 0x7F;
        int shift = 7;
        while (true) {
          long next = bytes[at++];
          // The ninth byte has eight bits.
          if (shift == 56) {
            value |= (next & 0xFF) << shift;
            break;
          }
          value |= (next & 0x7F) << shift;
          if (next >= 0) {
            break;
          }
          shift += 7;
        }
      }
      long count = (value >>> 1) ^ -(value & 1);
      if (count <= 0) {
        bucket -= count;
        if (count == 0) {
          bucket++;
        }
      } else {
        if (bucket >= Scale.MAX_BUCKETS) {
          throw new Unreadable("a histogram goes on beyond its end", null);
        }
        into.add((int) bucket++, count);
      }
      if (bucket < 0 || bucket > Scale.MAX_BUCKETS) {
        throw new Unreadable("a histogram goes on beyond its end", null);
      }
    }
  }
}
