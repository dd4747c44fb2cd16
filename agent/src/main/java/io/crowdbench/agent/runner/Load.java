package io.crowdbench.agent.runner;

import io.crowdbench.agent.crowd.Crowd;
import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.agent.linux.TimerSlack;
import io.crowdbench.agent.schedule.RunClock;
import io.crowdbench.agent.schedule.Schedule;
import io.crowdbench.messages.agent.RunShare;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets a crowd do what the schedule of this slave's share says, as it is changed on the way, then
/// drains. One thread, but for [#stop] and [#change], and for arrivals, which event loops look at
/// as well.
final class Load {

  /// For bounds that no due time tells of.
  private static final long MAX_WAIT = 100_000_000;

  /// What waking up takes at most, in nine of ten times: 0.15 ms seen on a virtual machine.
  private static final long WAKING_UP = 200_000;

  /// If the event loops have not seen by then what is due, they are held up.
  private static final long HELD_UP = 300_000;

  /// What is due sooner is not worth being awake for.
  private static final long SPARSE = 600_000;

  private static final long MADE_UP_FOR = 1_000_000_000;

  private final RunShare share;
  private final Crowd crowd;
  private final RunClock clock;
  private final Consumer<RunnerReport> report;
  private final Schedule schedule;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ArrivalBatches batches = new ArrivalBatches();
  private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread thread;

  /// Held by whoever goes on with the schedule: its own thread or an event loop's.
  private final ReentrantLock turn = new ReentrantLock();

  private volatile long nextArrival = Long.MAX_VALUE;
  private boolean over;
  private long change;
  private int reportedStep;

  private record Pending(RunnerCommand.Change change, long nanoTime) {}

  Load(RunShare share, Crowd crowd, RunClock clock, Consumer<RunnerReport> report) {
    this.share = share;
    this.crowd = crowd;
    this.clock = clock;
    this.report = report;
    this.schedule = new Schedule(share.steps(), share.seed());
  }

  /// Ends the load early. Any thread.
  void stop() {
    stopped.countDown();
    LockSupport.unpark(thread);
  }

  /// Changes the load. Any thread.
  ///
  /// @param nanoTime `System.nanoTime` from which on it is to hold
  void change(RunnerCommand.Change wanted, long nanoTime) {
    pending.add(new Pending(wanted, nanoTime));
    LockSupport.unpark(thread);
  }

  /// Waits for the start.
  ///
  /// @return false if it was stopped instead
  boolean awaitStart(long startNanos) throws InterruptedException {
    return !stopped.await(startNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /// Returns when the last user has gone.
  ///
  /// @param startNanos `System.nanoTime` of second 0
  void carry(long startNanos) throws InterruptedException {
    thread = Thread.currentThread();
    TimerSlack.none();
    clock.startAt(startNanos);
    EventLoops.atEachTurn(this::letArrive);
    while (goesOn(startNanos)) {
      sleep(untilNext());
    }
    EventLoops.atNoTurn();
    report(true);
    crowd.drain(Duration.ofMillis(share.drainMillis()));
  }

  /// For what is due it wakes the event loops a little early: they are awake then, and let it
  /// happen in time. Not for what follows soon after something else, or they would hardly rest.
  private void sleep(long nanos) {
    if (nanos < SPARSE || nanos == MAX_WAIT || !EventLoops.exist()) {
      LockSupport.parkNanos(this, nanos);
      return;
    }
    var due = System.nanoTime() + nanos;
    LockSupport.parkNanos(this, nanos - WAKING_UP);
    var left = due - System.nanoTime();
    if (left <= WAKING_UP) {
      EventLoops.stayAwakeUntil(due);
      LockSupport.parkNanos(this, left + HELD_UP);
    }
  }

  /// Does all that is due.
  private boolean goesOn(long startNanos) {
    turn.lock();
    try {
      takeUpChanges();
      if (!clock.stands()) {
        advance(clock.now());
      }
      if (schedule.step() != reportedStep) {
        report(false);
      }
      over =
          stopped.getCount() == 0
              || schedule.isOver()
              || System.nanoTime() - startNanos >= most()
              || hasNothingToDo();
      return !over;
    } finally {
      turn.unlock();
    }
  }

  /// Lets those arrive who are due, if that is all there is to do. An event loop is awake anyway,
  /// while the schedule's own thread would have to be woken.
  private void letArrive() {
    if (clock.now() < nextArrival || !turn.tryLock()) {
      return;
    }
    try {
      var now = clock.now();
      if (!over && !clock.stands() && now < schedule.nextTurn()) {
        advance(now);
      }
    } finally {
      turn.unlock();
    }
  }

  private long most() {
    var millis = share.bounds().maxMillis();
    return millis == null ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private boolean hasNothingToDo() {
    return !share.bounds().iterations().isEmpty()
        && !clock.stands()
        && pending.isEmpty()
        && crowd.isIdle()
        && !schedule.bringsMore();
  }

  private void advance(long now) {
    schedule.advance(now, crowd);
    batches.looked(now);
    nextArrival = Math.max(schedule.nextArrival(), batches.next());
  }

  /// How long the schedule's own thread may sleep. Event loops come first where very much is due.
  private long untilNext() {
    turn.lock();
    try {
      var next = pending.peek();
      var wait = next == null ? MAX_WAIT : next.nanoTime - System.nanoTime();
      var least = 0L;
      if (!clock.stands()) {
        var now = clock.now();
        wait = Math.min(wait, schedule.nextDue() - now);
        least = batches.next() > now ? ArrivalBatches.MAX_NANOS : 0;
      }
      return Math.clamp(wait, least, MAX_WAIT);
    } finally {
      turn.unlock();
    }
  }

  private void takeUpChanges() {
    for (var next = pending.peek();
        next != null && next.nanoTime - System.nanoTime() <= 0;
        next = pending.peek()) {
      pending.remove();
      if (next.change.change() > change) {
        takeUp(next.change, next.nanoTime);
      }
      report(false);
    }
  }

  private void takeUp(RunnerCommand.Change wanted, long nanoTime) {
    change = wanted.change();
    var time = Math.max(clock.at(nanoTime), schedule.now());
    if (!clock.stands()) {
      schedule.advance(time, crowd);
    }
    schedule.change(wanted.steps(), wanted.step());
    if (wanted.paused() && !clock.stands()) {
      clock.stop(time);
    } else if (!wanted.paused() && clock.stands()) {
      // What fell due since it should have gone on is made up for, but not if that is long ago.
      clock.goOn(Math.max(nanoTime, System.nanoTime() - MADE_UP_FOR));
      crowd.wake();
    }
  }

  private void report(boolean draining) {
    reportedStep = schedule.step();
    report.accept(new RunnerReport.Progress(reportedStep, change, draining));
  }
}
