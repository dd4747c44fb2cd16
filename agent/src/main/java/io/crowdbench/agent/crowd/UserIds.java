package io.crowdbench.agent.crowd;

import static java.util.Objects.requireNonNull;

import io.crowdbench.agent.user.UserData;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// This slave's own ids of users.txt; each is lent to one user at a time.
///
/// [#leaseNow] takes no lock: it is for event loops, whose users may hold one.
final class UserIds {

  private final Queue<UserData> free;
  private final Semaphore left;

  UserIds(Collection<UserData> users) {
    this.free = new ConcurrentLinkedQueue<>(users);
    this.left = new Semaphore(users.size());
  }

  /// Waits for an id if all are lent: a user that was taken out still finishes with its own.
  UserData lease() throws InterruptedException {
    left.acquire();
    return requireNonNull(free.poll(), "an id for each permit");
  }

  /// An id for one who can't wait, but not before one who does; null if there is none.
  @Nullable UserData leaseNow() {
    return left.hasQueuedThreads() || !left.tryAcquire() ? null : free.poll();
  }

  void giveBack(UserData user) {
    free.add(user);
    left.release();
  }
}
