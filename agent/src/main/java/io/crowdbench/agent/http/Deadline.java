package io.crowdbench.agent.http;

import java.net.SocketTimeoutException;
import java.time.Duration;

/// The instant by which an exchange must be over, however slowly its bytes drip.
public final class Deadline {

  private final Duration time;
  private final long endNanos;

  public Deadline(Duration time) {
    this.time = time;
    this.endNanos = System.nanoTime() + time.toNanos();
  }

  /// What is left, at least one millisecond, since 0 would mean for ever.
  public int leftMillis() throws SocketTimeoutException {
    var left = (endNanos - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException(sentence());
    }
    return (int) Math.min(left + 1, Integer.MAX_VALUE);
  }

  /// As `System.nanoTime`.
  public long endNanos() {
    return endNanos;
  }

  public String sentence() {
    return "no whole answer within " + time.toMillis() + " ms";
  }
}
