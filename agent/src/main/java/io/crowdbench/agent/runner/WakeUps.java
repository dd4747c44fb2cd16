package io.crowdbench.agent.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bounds how often the schedule's thread wakes up: waking costs more than what is mostly due then.
/// Where very much is due, event loops have many turns and see to it themselves, and otherwise what
/// falls due within a millisecond is done together. Where little is due, everything has its own
/// instant.
final class WakeUps {

  static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /// So many may be closer together: chance brings arrivals close together at any rate.
  private static final int SPARE = 8;

  private static final Logger log = LoggerFactory.getLogger(WakeUps.class);

  private long next = Long.MIN_VALUE;

  /// The thread is awake.
  ///
  /// @param now in nanoseconds, of any clock
  void awake(long now) {
    next = Math.max(next, now - SPARE * EVERY_NANOS) + EVERY_NANOS;
  }

  /// When it may be woken next, by the same clock.
  long next() {
    return next;
  }

  /// Linux lets threads sleep 50 µs longer than they ask for, to wake several at once. Not this
  /// one.
  static void exactly() {
    try {
      var thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
      Files.writeString(Path.of("/proc", thread.toString(), "timerslack_ns"), "1");
    } catch (IOException | RuntimeException e) {
      log.debug("Arrivals may be some 50 µs late: {}", e.toString());
    }
  }
}
