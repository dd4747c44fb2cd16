package io.crowdbench.agent.eventloop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Lets the users of one event loop sleep. Those who are due within the same millisecond go on
/// together, and nobody has to be woken for it: the loop looks at the wheel between its turns, and
/// sleeps no longer than until the next of them is due.
///
/// So a user wakes up to a millisecond before or after its time, and in the mean neither.
final class TimerWheel {

  static final long NEVER = Long.MAX_VALUE;

  /// Where somebody sleeps, the loop looks that often though nobody may be due.
  private static final int LOOK_EVERY_TICKS = 32;

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

  /// A hundred years.
  private static final long MAX_LENGTH = Long.MAX_VALUE / 3;

  /// A power of two. Who sleeps for longer is looked at once in each round.
  private static final int SLOTS = 4_096;

  private final Runnable wake;
  private final long origin;

  /// Of each slot the latest to come, who knows the one before.
  private final AtomicReferenceArray<@Nullable Sleeper> slots = new AtomicReferenceArray<>(SLOTS);

  /// The last tick that anybody was ever to wake up in.
  private final AtomicLong last = new AtomicLong();

  /// The last tick whose sleepers were woken.
  private volatile long done;

  static final class Sleeper {

    private final long tick;
    private volatile @Nullable Thread thread;
    private @Nullable Sleeper before;

    private Sleeper(long tick, Thread thread) {
      this.tick = tick;
      this.thread = thread;
    }

    boolean isAwake() {
      return thread == null;
    }

    private void wake() {
      var sleeping = thread;
      thread = null;
      LockSupport.unpark(sleeping);
    }
  }

  /// @param now as of `System.nanoTime`, as everywhere here
  /// @param wake wakes the loop that turns this wheel
  TimerWheel(long now, Runnable wake) {
    origin = now;
    this.wake = wake;
  }

  /// For the calling thread, which may be any.
  ///
  /// @return how many nanoseconds later it goes on than those who sleep until then do in the mean
  long sleep(long nanos) throws InterruptedException {
    var sleeper = lieDown(System.nanoTime(), nanos, Thread.currentThread());
    // Unless this is the loop's own thread, which looks before it sleeps.
    wake.run();
    while (!sleeper.isAwake()) {
      if (Thread.interrupted()) {
        sleeper.thread = null;
        throw new InterruptedException();
      }
      LockSupport.park(this);
    }
    return Math.max(0, System.nanoTime() - middle(sleeper.tick));
  }

  private long middle(long tick) {
    return origin + tick * TICK + TICK / 2;
  }

  /// Any thread.
  Sleeper lieDown(long now, long nanos, Thread thread) {
    var sleeper = new Sleeper((now - origin + Math.min(nanos, MAX_LENGTH)) / TICK, thread);
    if (sleeper.tick > last.get()) {
      last.accumulateAndGet(sleeper.tick, Math::max);
    }
    add(sleeper);
    if (done >= sleeper.tick) {
      // The wheel was turned past that between the two.
      sleeper.wake();
    }
    return sleeper;
  }

  private void add(Sleeper sleeper) {
    int slot = slot(sleeper.tick);
    do {
      sleeper.before = slots.get(slot);
    } while (!slots.compareAndSet(slot, sleeper.before, sleeper));
  }

  /// Wakes all who are due when the loop has slept: a little early those, too, for whom it could
  /// not sleep again but too long.
  void turnAfterSleep(long now) {
    turn(now + TICK / 2);
  }

  /// Wakes all who are due. One thread at a time.
  void turn(long now) {
    // The middle of a tick is when its sleepers are due in the mean.
    var reached = tick(now + TICK / 2) - 1;
    // Each slot once, however long ago the last turn was.
    for (var tick = Math.max(done + 1, reached - SLOTS + 1); tick <= reached; tick++) {
      // First, so that whoever comes too late for this slot sees it.
      done = tick;
      if (slots.get(slot(tick)) != null) {
        wake(slots.getAndSet(slot(tick), null), reached);
      }
    }
  }

  private void wake(@Nullable Sleeper latest, long reached) {
    var next = latest;
    while (next != null) {
      var sleeper = next;
      next = sleeper.before;
      if (sleeper.tick <= reached) {
        sleeper.wake();
      } else if (!sleeper.isAwake()) {
        add(sleeper);
      }
    }
  }

  /// How long the loop may sleep: to the nearest millisecond, 0 if it may not, or [#NEVER].
  long untilNextMillis(long now) {
    if (done >= last.get()) {
      return NEVER;
    }
    var next = done + 1;
    while (next <= done + LOOK_EVERY_TICKS && slots.get(slot(next)) == null) {
      next++;
    }
    return Math.max(0, (origin + next * TICK + TICK - now) / TICK);
  }

  private long tick(long nanos) {
    return Math.floorDiv(nanos - origin, TICK);
  }

  private static int slot(long tick) {
    return (int) (tick & (SLOTS - 1));
  }
}
