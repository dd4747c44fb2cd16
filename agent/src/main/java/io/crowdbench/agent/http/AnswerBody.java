package io.crowdbench.agent.http;

import java.util.Arrays;

/// Collects the body of an answer as it comes. One that is too large to be kept is counted to its
/// end and thrown away: a download must not cost the run its runner.
public final class AnswerBody {

  /// In bytes, where nobody says otherwise: 16 MB, or a sixteenth of a heap that is small.
  public static final int USUALLY_KEPT =
      (int) Math.clamp(Runtime.getRuntime().maxMemory() / 16, 4L << 20, 16L << 20);

  private static final byte[] NONE = {};

  /// A server that lies about the length must not cost us the memory.
  private static final int FIRST = 64 * 1024;

  public static final long UNKNOWN = Long.MAX_VALUE;

  private final long expected;
  private final int most;
  private boolean kept;
  private byte[] bytes;
  private long length;

  /// @param expected how long it is said to be, or [#UNKNOWN]
  /// @param most as many bytes are kept
  public AnswerBody(long expected, int most) {
    this.expected = expected;
    this.most = most;
    this.kept = expected <= most || expected == UNKNOWN;
    this.bytes = expected <= most ? new byte[(int) Math.min(expected, FIRST)] : NONE;
  }

  public void add(byte[] from, int offset, int count) {
    long sum = length + count;
    kept &= sum <= most;
    if (kept) {
      if (sum > bytes.length) {
        long larger = Math.max(FIRST, Math.max(sum, 2L * bytes.length));
        bytes = Arrays.copyOf(bytes, (int) Math.min(larger, Math.max(sum, expected)));
      }
      System.arraycopy(from, offset, bytes, (int) length, count);
    } else {
      bytes = NONE;
    }
    length = sum;
  }

  /// How many bytes have come, kept or not.
  public long length() {
    return length;
  }

  /// The whole body; nothing if it is not kept.
  public byte[] bytes() {
    if (!kept) {
      return NONE;
    }
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, (int) length);
  }
}
