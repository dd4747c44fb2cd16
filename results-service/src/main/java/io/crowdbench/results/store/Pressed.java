package io.crowdbench.results.store;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Deflates what is large: blocks and merged seconds, which are few. A slave's second stays as it
/// is, since there are many of them and little is gained.
final class Pressed {

  /// Stands where an open body has its version.
  private static final byte DEFLATED = 2;

  private static final int LARGE = 4_096;

  private Pressed() {}

  static byte[] press(byte[] open) {
    if (open.length < LARGE) {
      return open;
    }
    try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setInput(open);
      deflater.finish();
      // What does not get smaller stays open.
      var pressed = new byte[open.length];
      pressed[0] = DEFLATED;
      for (int i = 0; i < Integer.BYTES; i++) {
        pressed[1 + i] = (byte) (open.length >>> (8 * i));
      }
      int head = 1 + Integer.BYTES;
      int length = deflater.deflate(pressed, head, pressed.length - head);
      return deflater.finished() ? Arrays.copyOf(pressed, head + length) : open;
    }
  }

  static byte[] open(byte[] body) {
    if (body[0] != DEFLATED) {
      return body;
    }
    int length = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      length |= (body[1 + i] & 0xFF) << (8 * i);
    }
    int head = 1 + Integer.BYTES;
    var open = new byte[length];
    try (var inflater = new Inflater(true)) {
      inflater.setInput(body, head, body.length - head);
      int filled = inflater.inflate(open);
      if (filled != length) {
        throw new IllegalStateException("a stored row is cut off");
      }
      return open;
    } catch (DataFormatException e) {
      throw new IllegalStateException("a stored row can't be inflated", e);
    }
  }
}
