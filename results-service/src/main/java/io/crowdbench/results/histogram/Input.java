package io.crowdbench.results.histogram;

/// Reads what an [Output] wrote.
public final class Input {

  private final byte[] bytes;
  private int at;

  public Input(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Most are one byte.
  public long number() {
    long value = bytes[at++];
    return value >= 0 ? value : longer(value & 0x7F);
  }

  private long longer(long begun) {
    long value = begun;
    for (int shift = 7; ; shift += 7) {
      long next = bytes[at++];
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  public int integer() {
    int value = bytes[at++];
    return value >= 0 ? value : Math.toIntExact(longer(value & 0x7F));
  }

  public long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  public void skip(int count) {
    at += count;
  }
}
