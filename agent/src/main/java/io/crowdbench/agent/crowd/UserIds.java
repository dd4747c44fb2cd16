package io.crowdbench.agent.crowd;

import java.util.Collection;
import java.util.concurrent.LinkedBlockingQueue;

/// This slave's own ids of users.txt; each is lent to one user at a time.
final class UserIds {

  private final LinkedBlockingQueue<String> free;

  UserIds(Collection<String> ids) {
    this.free = new LinkedBlockingQueue<>(ids);
  }

  /// Waits for an id if all are lent: a user that was taken out still finishes with its own.
  String lease() throws InterruptedException {
    return free.take();
  }

  void giveBack(String id) {
    free.add(id);
  }
}
