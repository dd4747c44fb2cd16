package io.crowdbench.agent.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of a request being put together, in a given array as long as they fit. Part of the hot
/// path. Not shared.
public final class HeadWriter {

  private byte[] bytes;
  private int size;

  HeadWriter(byte[] buffer) {
    bytes = buffer;
  }

  public static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  HeadWriter add(byte[] part) {
    room(part.length);
    System.arraycopy(part, 0, bytes, size, part.length);
    size += part.length;
    return this;
  }

  /// Latin letters as they are, others as a question mark, and line breaks as spaces: they would
  /// let one field become two.
  HeadWriter add(String text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      bytes[size++] = (byte) (c == '\r' || c == '\n' ? ' ' : c > 0xff ? '?' : c);
    }
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  /// What holds them, from its first byte on; not the given array if they did not fit.
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return size;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }
}
