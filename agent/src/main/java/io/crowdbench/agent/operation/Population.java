package io.crowdbench.agent.operation;

import java.util.concurrent.atomic.AtomicInteger;

/// Gauges of one action: users at work and operations under way.
public final class Population {

  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger cutOff = new AtomicInteger();

  public void enter() {
    active.incrementAndGet();
  }

  public void leave() {
    active.decrementAndGet();
  }

  public void started() {
    inFlight.incrementAndGet();
  }

  public void ended() {
    inFlight.decrementAndGet();
  }

  /// One of those under way has been counted as incomplete.
  public void cutOff() {
    cutOff.incrementAndGet();
  }

  /// Operations under way that nobody has counted yet.
  public int uncounted() {
    return inFlight.get() - cutOff.get();
  }

  public int active() {
    return active.get();
  }

  public int inFlight() {
    return inFlight.get();
  }
}
