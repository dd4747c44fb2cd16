package io.crowdbench.provisioner.tunnel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one slave's tunnel open: a broken one is opened again, at first at once, then with ever
/// longer pauses.
final class Keeper {

  private static final Logger log = LoggerFactory.getLogger(Keeper.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

  private final String slave;
  private final Tunnels tunnels;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable Tunnel tunnel;
  private volatile boolean closed;
  private volatile long nextTryNanos = System.nanoTime();
  private volatile Duration pause = FIRST_PAUSE;
  private volatile String told = "";

  Keeper(String slave, Tunnels tunnels) {
    this.slave = slave;
    this.tunnels = tunnels;
  }

  /// @return why it is not open, a whole sentence; empty if it is
  synchronized Optional<String> open() {
    if (isOpen()) {
      return Optional.empty();
    }
    drop();
    switch (tunnels.attempt(slave)) {
      case Opening.Opened(var opened) -> {
        if (closed) {
          tunnels.end(opened);
        } else {
          tunnel = opened;
          pause = FIRST_PAUSE;
          told = "";
          nextTryNanos = System.nanoTime();
        }
        return Optional.empty();
      }
      case Opening.Failed(var problem) -> {
        nextTryNanos = System.nanoTime() + pause.toNanos();
        pause = pause.multipliedBy(2).compareTo(MAX_PAUSE) < 0 ? pause.multipliedBy(2) : MAX_PAUSE;
        return Optional.of(problem);
      }
      case Opening.NotWanted _ -> {
        return Optional.empty();
      }
    }
  }

  boolean isOpen() {
    var now = tunnel;
    return now != null && now.isOpen();
  }

  /// Returns at once.
  void reopenIfDue() {
    if (closed
        || isOpen()
        || System.nanoTime() - nextTryNanos < 0
        || !busy.compareAndSet(false, true)) {
      return;
    }
    Thread.ofVirtual()
        .name("tunnel")
        .start(() -> {
          try {
            open().ifPresent(this::tell);
          } finally {
            busy.set(false);
          }
        });
  }

  /// Each problem once.
  private void tell(String problem) {
    if (!problem.equals(told)) {
      told = problem;
      log.info("No tunnel for now. {}", problem);
    }
  }

  private void drop() {
    var old = tunnel;
    tunnel = null;
    if (old != null) {
      tunnels.end(old);
    }
  }

  void close() {
    closed = true;
    drop();
  }
}
