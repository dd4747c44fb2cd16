package io.crowdbench.agent.crowd;

import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.operation.ScheduleDelay;
import io.crowdbench.agent.user.UserData;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A user who arrives when the schedule says, and passes once each time; on a virtual thread of its
/// own.
final class Visitor implements UserTask {

  private static final long NOT_DUE = Long.MIN_VALUE;

  /// Those who arrive at the same action. Called by the visitors' own threads.
  interface Group {

    /// Whether one who has been here before comes again.
    boolean returning();

    /// Nobody comes again.
    boolean over();

    /// This one may come again.
    void away(Visitor visitor);

    /// One has ended.
    void left();
  }

  private final ActionContext scene;
  private final UserData data;
  private final Group all;
  private volatile @Nullable Thread thread;
  private volatile @Nullable ActionInstance life;
  private volatile long due;

  Visitor(ActionContext scene, UserData data, long due, Group all) {
    this.scene = scene;
    this.data = data;
    this.due = due;
    this.all = all;
  }

  /// Called by the one who took it from those who are away.
  void comeAgain(long when) {
    due = when;
    wake();
  }

  /// To look whether it is to come again or may end. Any thread.
  void wake() {
    LockSupport.unpark(thread);
  }

  @Override
  public @Nullable ActionInstance life() {
    return life;
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    try (var browser = new Browser()) {
      var own = new ActionInstance(scene, data, browser);
      life = own;
      if (visit(own, true) && all.returning()) {
        while (comesAgain()) {
          visit(own, false);
        }
        own.late(ScheduleDelay.UNSCHEDULED);
        end(own);
      }
    } finally {
      scene.ids().giveBack(data);
      all.left();
    }
  }

  /// @return false if it is not even the user it was to be
  private boolean visit(ActionInstance own, boolean first) {
    var population = scene.measured().population();
    population.enter();
    try {
      var late = Math.max(0, scene.clock().now() - due);
      scene.lateness().record(late);
      own.late(late);
      if (first && !own.begin()) {
        return false;
      }
      if (!scene.ending().isOver()) {
        own.pass(System.nanoTime());
      }
      if (!all.returning()) {
        end(own);
      }
      return true;
    } finally {
      population.leave();
    }
  }

  private void end(ActionInstance own) {
    if (!scene.ending().isOver()) {
      own.end();
    }
  }

  private boolean comesAgain() {
    due = NOT_DUE;
    all.away(this);
    while (due == NOT_DUE && !all.over() && !scene.ending().isOver()) {
      LockSupport.park(all);
      // An interrupt that an action left behind would keep it from parking; the run's own end is
      // told by `ending`.
      var _ = Thread.interrupted();
    }
    return due != NOT_DUE;
  }
}
