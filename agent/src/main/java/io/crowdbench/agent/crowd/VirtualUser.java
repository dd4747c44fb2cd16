package io.crowdbench.agent.crowd;

import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.operation.ScheduleDelay;
import io.crowdbench.agent.schedule.RunClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One user who repeats an action, from its first pass to its last, on a virtual thread of its own.
final class VirtualUser implements UserTask {

  /// Passes without end.
  static final int UNBOUNDED = Integer.MAX_VALUE;

  /// A user who can't even begin tries again, but not so fast that it becomes a load of its own.
  private static final Duration BEGIN_AGAIN = Duration.ofSeconds(1);

  private final ActionContext scene;
  private final RunClock clock;
  private final int passes;
  private volatile @Nullable Thread thread;
  private volatile @Nullable ActionInstance life;
  private volatile boolean leaving;
  private volatile boolean waits;
  private volatile boolean gone;

  /// @param passes how many it does at most
  VirtualUser(ActionContext scene, int passes) {
    this.scene = scene;
    this.clock = scene.clock();
    this.passes = passes;
  }

  /// The pass under way is the last one. Any thread.
  void leave() {
    leaving = true;
    wake();
  }

  /// To look whether it may go on. Any thread.
  void wake() {
    LockSupport.unpark(thread);
  }

  @Override
  public @Nullable ActionInstance life() {
    return life;
  }

  /// How little is lost if it is taken out right now. Any thread.
  Moment moment() {
    var own = life;
    if (gone) {
      return Moment.GONE;
    }
    if (waits || own == null) {
      return Moment.BETWEEN_PASSES;
    }
    return own.thinks() ? Moment.THINKING : Moment.BUSY;
  }

  /// What a user is at, the one that is best taken out first.
  enum Moment {
    GONE,
    BETWEEN_PASSES,
    THINKING,
    BUSY
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    var population = scene.measured().population();
    try {
      var data = scene.ids().lease();
      population.enter();
      try (var browser = new Browser()) {
        var own = new ActionInstance(scene, data, browser);
        life = own;
        live(own);
      } finally {
        population.leave();
        scene.ids().giveBack(data);
      }
    } catch (InterruptedException e) {
      // The run ended while this user still waited for an id: there is nothing to take back.
      Thread.currentThread().interrupt();
    } finally {
      gone = true;
    }
  }

  private void live(ActionInstance own) {
    await(Long.MIN_VALUE);
    var begun = false;
    while (stays() && !begun) {
      begun = own.begin();
      if (!begun) {
        await(clock.now() + BEGIN_AGAIN.toNanos());
      }
    }
    var due = Long.MIN_VALUE;
    for (int i = 0; i < passes; i++) {
      var waited = await(due);
      if (!stays()) {
        break;
      }
      var nanoTime = System.nanoTime();
      var start = clock.at(nanoTime);
      own.late(due == Long.MIN_VALUE ? ScheduleDelay.UNSCHEDULED : Math.max(0, start - due));
      if (waited) {
        // One whose pass before took longer than its pace is late too, but that is the site's
        // doing.
        scene.lateness().record(start - due);
      }
      own.pass(nanoTime);
      due = own.pace().isZero() ? Long.MIN_VALUE : start + own.pace().toNanos();
    }
    if (begun && !scene.ending().isOver()) {
      own.late(ScheduleDelay.UNSCHEDULED);
      own.end();
    }
  }

  private boolean stays() {
    return !leaving && !scene.ending().isOver();
  }

  /// Waits between passes until that time of the run, and for the end of a pause, but not if the
  /// user is to leave: nothing is under way then.
  ///
  /// @return whether the time came while it waited
  private boolean await(long due) {
    var waited = false;
    while (stays() && (clock.stands() || isLater(due))) {
      waits = true;
      waited = due != Long.MIN_VALUE;
      if (clock.stands()) {
        LockSupport.park(clock);
      } else {
        LockSupport.parkNanos(clock, due - clock.now());
      }
      // An interrupt that an action left behind would keep it from parking; the run's own end is
      // told by `ending`.
      var _ = Thread.interrupted();
    }
    waits = false;
    return waited;
  }

  private boolean isLater(long due) {
    return due != Long.MIN_VALUE && clock.now() < due;
  }
}
