package io.crowdbench.agent.runner;

import io.crowdbench.agent.crowd.Crowd;
import io.crowdbench.messages.agent.RunShare;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Follows the steps of this slave's share, then drains. Due times are counted from the start, so
/// that one late step makes no other late.
final class Load {

  private final RunShare share;
  private final Crowd crowd;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Load(RunShare share, Crowd crowd) {
    this.share = share;
    this.crowd = crowd;
  }

  /// Ends the load early. Any thread.
  void stop() {
    stopped.countDown();
  }

  /// Returns when the last user has gone.
  ///
  /// @param startNanos `System.nanoTime` of second 0
  void carry(long startNanos) throws InterruptedException {
    var due = startNanos;
    for (var step : share.steps()) {
      crowd.become(step.users());
      due += TimeUnit.MILLISECONDS.toNanos(step.millis());
      if (stopped.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        break;
      }
    }
    crowd.drain(Duration.ofMillis(share.drainMillis()));
  }

  /// Waits for the start.
  ///
  /// @return false if it was stopped instead
  boolean awaitStart(long startNanos) throws InterruptedException {
    return !stopped.await(startNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
