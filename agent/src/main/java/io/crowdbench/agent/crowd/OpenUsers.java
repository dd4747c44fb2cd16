package io.crowdbench.agent.crowd;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The users who arrive at one action, whenever the schedule says, and pass once. Called by one
/// thread.
final class OpenUsers implements Visitor.Group {

  private final ActionContext scene;
  private final boolean returning;
  private final Room room;
  private final Consumer<UserTask> start;

  /// Those who may return, the longest away first.
  private final Queue<Visitor> away = new ConcurrentLinkedQueue<>();

  private volatile boolean over;

  /// @param returning whether one who has been here before comes again
  /// @param room shared by all actions
  /// @param start lets one live on a thread of its own
  OpenUsers(ActionContext scene, boolean returning, Room room, Consumer<UserTask> start) {
    this.scene = scene;
    this.returning = returning;
    this.room = room;
    this.start = start;
  }

  /// How many may be there at the same time, and how many are, those who are away included.
  static final class Room {

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    Room(int most) {
      this.most = most;
    }
  }

  /// @param due when, in the run's time
  /// @return false if there is no room or no user id for one more
  boolean arrive(long due) {
    var again = away.poll();
    if (again != null) {
      again.comeAgain(due);
      return true;
    }
    var data = room.taken.get() < room.most ? scene.ids().leaseNow() : null;
    if (data == null) {
      return false;
    }
    room.taken.incrementAndGet();
    start.accept(new Visitor(scene, data, due, this));
    return true;
  }

  @Override
  public boolean returning() {
    return returning;
  }

  /// Nobody comes again: those who are away may end.
  void finish() {
    over = true;
    for (var each = away.poll(); each != null; each = away.poll()) {
      each.wake();
    }
  }

  @Override
  public boolean over() {
    return over;
  }

  @Override
  public void away(Visitor visitor) {
    away.add(visitor);
  }

  @Override
  public void left() {
    room.taken.decrementAndGet();
  }
}
