package io.crowdbench.agent.crowd;

import java.util.concurrent.atomic.AtomicInteger;

/// Gauges of one action: users at work and operations under way.
final class Population {

  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger cutOff = new AtomicInteger();

  void enter() {
    active.incrementAndGet();
  }

  void leave() {
    active.decrementAndGet();
  }

  void started() {
    inFlight.incrementAndGet();
  }

  void ended() {
    inFlight.decrementAndGet();
  }

  /// One of those under way has been counted as incomplete.
  void cutOff() {
    cutOff.incrementAndGet();
  }

  /// Operations under way that nobody has counted yet.
  int uncounted() {
    return inFlight.get() - cutOff.get();
  }

  int active() {
    return active.get();
  }

  int inFlight() {
    return inFlight.get();
  }
}
