package io.crowdbench.agent.runner;

import io.crowdbench.agent.crowd.Crowd;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Publishes each second of the run just after it is over, on a thread of its own, until it is
/// ended.
final class Seconds {

  private static final long SECOND = 1_000_000_000L;
  private static final long DEBUG_INTERVAL = SECOND / 4;

  private final Stream stream;
  private final Crowd crowd;
  private final long startNanos;
  private final Thread thread;
  private final CountDownLatch ended = new CountDownLatch(1);

  /// @param startNanos `System.nanoTime` of second 0
  Seconds(Stream stream, Crowd crowd, long startNanos) {
    this.stream = stream;
    this.crowd = crowd;
    this.startNanos = startNanos;
    this.thread = Thread.ofPlatform().name("seconds").daemon().unstarted(this::tick);
  }

  void start() {
    thread.start();
  }

  private void tick() {
    int second = 0;
    while (ended.getCount() > 0) {
      var now = System.nanoTime() - startNanos;
      if (now >= (second + 1) * SECOND) {
        // A second that was slept over has no batch of its own: what ended in it is in the next
        // one's.
        second = (int) (now / SECOND) - 1;
        stream.publish(second++, crowd);
      }
      tellDebug((int) (now / SECOND));
      sleep(Math.min(DEBUG_INTERVAL, (second + 1) * SECOND - now));
    }
    int last = (int) ((System.nanoTime() - startNanos) / SECOND);
    tellDebug(last);
    stream.publish(last, crowd);
  }

  private void tellDebug(int second) {
    stream.publishDebugLines(second);
    stream.publishFailures(second);
  }

  private void sleep(long nanos) {
    try {
      var _ = ended.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      // Nobody does that: an interrupt would lose what is just being published.
      throw new IllegalStateException(e);
    }
  }

  /// Publishes the last, unfinished second and returns when that is done.
  void end() throws InterruptedException {
    ended.countDown();
    thread.join();
  }
}
