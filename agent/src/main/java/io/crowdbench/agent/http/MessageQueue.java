package io.crowdbench.agent.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What has come over a channel and was not taken yet; whoever brings more than fits waits.
public final class MessageQueue<T> {

  static final int MAX = 1_000;

  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private @Nullable String end;

  public synchronized void put(T message) throws InterruptedException {
    while (waiting.size() >= MAX && end == null) {
      wait();
    }
    waiting.add(message);
    notifyAll();
  }

  /// Nothing comes any more; what has come can still be taken. The first reason counts.
  public synchronized void end(String why) {
    if (end == null) {
      end = why;
    }
    notifyAll();
  }

  public synchronized boolean hasEnded() {
    return end != null;
  }

  /// Waits until nothing comes any more, or the time is over.
  public synchronized void awaitEnd(Duration patience) throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    for (var left = patience.toNanos(); end == null && left > 0; left = until - System.nanoTime()) {
      waiting.clear();
      notifyAll();
      wait(left / 1_000_000 + 1);
    }
  }

  /// The next one.
  ///
  /// @param what is waited for, in words
  /// @throws IOException that says why there is none
  public synchronized T next(Duration patience, String what)
      throws IOException, InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (waiting.isEmpty()) {
      if (end != null) {
        throw new HttpFailure(end);
      }
      var left = until - System.nanoTime();
      if (left <= 0) {
        throw new SocketTimeoutException("no " + what + " within " + patience.toMillis() + " ms");
      }
      wait(left / 1_000_000 + 1);
    }
    notifyAll();
    return waiting.removeFirst();
  }
}
