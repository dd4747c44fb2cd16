package io.crowdbench.agent.crowd;

import java.util.ArrayDeque;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// This slave's own ids of users.txt; each is lent to one user at a time.
final class UserIds {

  private final ArrayDeque<UserData> free;
  private int waiting;

  UserIds(Collection<UserData> users) {
    this.free = new ArrayDeque<>(users);
  }

  /// Waits for an id if all are lent: a user that was taken out still finishes with its own.
  synchronized UserData lease() throws InterruptedException {
    waiting++;
    try {
      while (free.isEmpty()) {
        wait();
      }
      return free.removeFirst();
    } finally {
      waiting--;
    }
  }

  /// An id for one who can't wait, but not before one who does; null if there is none.
  synchronized @Nullable UserData leaseNow() {
    return free.size() > waiting ? free.removeFirst() : null;
  }

  synchronized void giveBack(UserData user) {
    free.addLast(user);
    notify();
  }
}
