package io.crowdbench.agent.http;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A user's connections to one origin while a page's resources are loaded side by side, and those
/// left over from that. Any of the user's threads.
final class Spares {

  /// As many as browsers make.
  static final int MAX = 6;

  /// Who comes first is served first, so that resources are loaded in the page's order.
  final Semaphore turns = new Semaphore(MAX, true);

  private final ArrayDeque<Connection> idle = new ArrayDeque<>();

  /// The one that was used last: it has the best chance to be alive.
  synchronized @Nullable Connection take() {
    return idle.pollFirst();
  }

  synchronized void put(Connection connection) {
    if (connection.isOpen()) {
      idle.addFirst(connection);
    }
  }

  synchronized List<Connection> takeAll() {
    var all = List.copyOf(idle);
    idle.clear();
    return all;
  }
}
