package io.crowdbench.results.histogram;

import java.util.Arrays;

/// Bytes in the making. Numbers are written in as few bytes as they need, seven bits each.
public final class Output {

  private byte[] bytes = new byte[1_024];
  private int length;

  public void number(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /// A number that may be negative.
  public void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  public void append(Output other) {
    ensure(other.length);
    System.arraycopy(other.bytes, 0, bytes, length, other.length);
    length += other.length;
  }

  public int length() {
    return length;
  }

  public void clear() {
    length = 0;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
