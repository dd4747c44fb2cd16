package io.crowdbench.agent.crowd;

import java.util.Collection;
import java.util.concurrent.LinkedBlockingQueue;

/// This slave's own ids of users.txt; each is lent to one user at a time.
final class UserIds {

  private final LinkedBlockingQueue<UserData> free;

  UserIds(Collection<UserData> users) {
    this.free = new LinkedBlockingQueue<>(users);
  }

  /// Waits for an id if all are lent: a user that was taken out still finishes with its own.
  UserData lease() throws InterruptedException {
    return free.take();
  }

  void giveBack(UserData user) {
    free.add(user);
  }
}
