package io.crowdbench.agent.http;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Closes a connection whose exchange takes too long, however slowly its bytes drip.
///
/// One thread looks at all connections again and again. A timer for each read, which is what a
/// socket's own timeout comes to on a virtual thread, costs more than all the rest of a request.
final class Patience {

  /// An exchange is ended up to this much later than it should.
  static final Duration EVERY = Duration.ofMillis(10);

  private static final long NOTHING_DUE = 0;
  private static final long RAN_OUT = 1;
  private static final Set<Patience> all = ConcurrentHashMap.newKeySet();
  private static final VarHandle DUE;

  static {
    try {
      DUE = MethodHandles.lookup().findVarHandle(Patience.class, "due", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
    Thread.ofPlatform().name("timeouts").daemon().start(Patience::watch);
  }

  private final Socket socket;

  /// When the exchange under way must be over, by `System.nanoTime`.
  private volatile long due;

  /// @param socket what is closed: of a secured connection the plain one below, whose closing never
  ///   waits
  Patience(Socket socket) {
    this.socket = socket;
    all.add(this);
  }

  /// An exchange begins.
  void begin(long dueNanos) {
    DUE.setRelease(this, dueNanos == NOTHING_DUE || dueNanos == RAN_OUT ? 2 : dueNanos);
  }

  /// The exchange is over.
  ///
  /// @return false if it took too long: the connection is closed then
  boolean end() {
    var mine = due;
    return mine != RAN_OUT && DUE.compareAndSet(this, mine, NOTHING_DUE);
  }

  /// The connection is closed for good.
  void forget() {
    all.remove(this);
  }

  private void look(long now) {
    var mine = due;
    if (mine == NOTHING_DUE || mine == RAN_OUT || now - mine < 0) {
      return;
    }
    if (DUE.compareAndSet(this, mine, RAN_OUT)) {
      try {
        socket.close();
      } catch (IOException e) {
        // Its user is told that the time is over, which is what happened.
        return;
      }
    }
  }

  private static void watch() {
    while (true) {
      var start = System.nanoTime();
      for (var each : all) {
        each.look(start);
      }
      // With very many connections a look takes its time: then it is taken less often, so that it
      // never takes more than a hundredth of a core.
      var took = System.nanoTime() - start;
      LockSupport.parkNanos(Math.max(EVERY.toNanos(), took * 100));
    }
  }
}
