package io.crowdbench.agent.browser;

import io.crowdbench.agent.http.HttpConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A user's connections to one origin while a page's resources are loaded side by side, and those
/// left over from that. Any of the user's threads.
final class IdleConnections {

  /// As many as browsers make.
  static final int MAX = 6;

  private static final int MANY = 10_000;

  /// Who comes first is served first, so that resources are loaded in the page's order.
  final Semaphore turns = new Semaphore(MAX, true);

  /// Held while it is found out whether the server speaks HTTP/2, for which one connection is
  /// enough.
  final ReentrantLock first = new ReentrantLock();

  private final ArrayDeque<HttpConnection> idle = new ArrayDeque<>();
  private @Nullable HttpConnection shared;
  private boolean single;

  /// The one that was used last: it has the best chance to be alive.
  synchronized @Nullable HttpConnection take() {
    return idle.pollFirst();
  }

  /// The one to go on with when nothing is loaded side by side any more.
  synchronized @Nullable HttpConnection takeBest() {
    var best = shared();
    shared = null;
    return best == null ? idle.pollFirst() : best;
  }

  synchronized void put(HttpConnection connection) {
    if (!connection.isOpen()) {
      return;
    }
    if (connection.isShared()) {
      shared = connection;
      if (turns.availablePermits() <= MAX) {
        // Nobody needs to wait for a turn any more.
        turns.release(MANY);
      }
    } else {
      idle.addFirst(connection);
      single = true;
    }
  }

  /// The one for all, if there is one.
  synchronized @Nullable HttpConnection shared() {
    return shared != null && shared.isOpen() ? shared : null;
  }

  synchronized void beSingle() {
    single = true;
  }

  /// True if each exchange needs a connection of its own.
  synchronized boolean isSingle() {
    return single;
  }

  synchronized List<HttpConnection> takeAll() {
    var all = new ArrayList<HttpConnection>(idle);
    idle.clear();
    if (shared != null) {
      all.add(shared);
      shared = null;
    }
    return all;
  }
}
