package io.crowdbench.agent.crowd;

import java.util.concurrent.atomic.AtomicInteger;

/// Gauges of one action: users at work and operations under way.
final class Population {

  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();

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

  int active() {
    return active.get();
  }

  int inFlight() {
    return inFlight.get();
  }
}
