package io.crowdbench.agent.http;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/// Read buffers, lent for the time of an exchange: a user who thinks holds none.
///
/// When a site stalls, all users wait for it at once; then each gets a small buffer, so that their
/// memory stays small as well.
final class Buffers {

  static final int SIZE = 16 * 1024;

  /// Enough for most answers.
  static final int SMALL = 2 * 1024;

  /// As many large ones are lent, and kept, at most.
  static final int MOST_LARGE = 512;

  private static final ConcurrentLinkedDeque<byte[]> idle = new ConcurrentLinkedDeque<>();
  private static final AtomicInteger large = new AtomicInteger();

  private Buffers() {}

  static byte[] borrow() {
    if (large.incrementAndGet() > MOST_LARGE) {
      large.decrementAndGet();
      return new byte[SMALL];
    }
    var buffer = idle.pollFirst();
    return buffer == null ? new byte[SIZE] : buffer;
  }

  static void giveBack(byte[] buffer) {
    if (buffer.length == SIZE) {
      idle.offerFirst(buffer);
      large.decrementAndGet();
    }
  }
}
