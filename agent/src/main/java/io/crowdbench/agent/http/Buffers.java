package io.crowdbench.agent.http;

import java.util.concurrent.ConcurrentLinkedDeque;

/// Read buffers, lent for the time of an exchange: a user who thinks holds none.
final class Buffers {

  static final int SIZE = 16 * 1024;

  private static final ConcurrentLinkedDeque<byte[]> idle = new ConcurrentLinkedDeque<>();

  private Buffers() {}

  static byte[] borrow() {
    var buffer = idle.pollFirst();
    return buffer == null ? new byte[SIZE] : buffer;
  }

  static void giveBack(byte[] buffer) {
    idle.offerFirst(buffer);
  }
}
