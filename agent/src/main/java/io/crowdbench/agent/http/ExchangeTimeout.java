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
/// One thread looks at all connections when the first of them may be due. A timer for each read,
/// which is what a socket's own timeout comes to on a virtual thread, costs more than all the rest
/// of a request.
public final class ExchangeTimeout {

  /// An exchange is ended up to this much later than it should.
  static final Duration EVERY = Duration.ofMillis(10);

  /// Most exchanges have half a minute: nobody looks at them more often than that.
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(1);

  private static final long NOTHING_DUE = 0;
  private static final long RAN_OUT = 1;
  private static final Set<ExchangeTimeout> all = ConcurrentHashMap.newKeySet();
  private static final VarHandle DUE;
  private static final Thread watcher;

  /// When the next look is to be at the latest, by `System.nanoTime`.
  private static volatile long nextLook = System.nanoTime();

  static {
    try {
      DUE = MethodHandles.lookup().findVarHandle(ExchangeTimeout.class, "due", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
    watcher = Thread.ofPlatform().name("timeouts").daemon().unstarted(ExchangeTimeout::watch);
    watcher.start();
  }

  private final Socket socket;

  /// When the exchange under way must be over, by `System.nanoTime`.
  private volatile long due;

  /// @param socket what is closed: of a secured connection the plain one below, whose closing never
  ///   waits
  public ExchangeTimeout(Socket socket) {
    this.socket = socket;
    all.add(this);
  }

  /// An exchange begins.
  public void begin(long dueNanos) {
    due = dueNanos == NOTHING_DUE || dueNanos == RAN_OUT ? 2 : dueNanos;
    // Only now: whoever looks next has seen the one or is told of the other.
    if (dueNanos - nextLook < 0) {
      LockSupport.unpark(watcher);
    }
  }

  /// The exchange is over.
  ///
  /// @return false if it took too long: the connection is closed then
  public boolean end() {
    var mine = due;
    return mine != RAN_OUT && DUE.compareAndSet(this, mine, NOTHING_DUE);
  }

  /// The connection is closed for good.
  public void forget() {
    all.remove(this);
  }

  /// @return how long it has yet, at most [#AT_LEAST_EVERY]
  private long look(long now) {
    var mine = due;
    var longest = AT_LEAST_EVERY.toNanos();
    if (mine == NOTHING_DUE || mine == RAN_OUT) {
      return longest;
    }
    if (now - mine < 0) {
      return Math.min(longest, mine - now);
    }
    if (DUE.compareAndSet(this, mine, RAN_OUT)) {
      try {
        socket.close();
      } catch (IOException e) {
        // Its user is told that the time is over, which is what happened.
        return longest;
      }
    }
    return longest;
  }

  private static void watch() {
    while (true) {
      var start = System.nanoTime();
      var left = AT_LEAST_EVERY.toNanos();
      // Before the look: whoever begins from here on compares with it.
      nextLook = start + left;
      for (var each : all) {
        left = Math.min(left, each.look(start));
      }
      nextLook = start + left;
      // With very many connections a look takes its time: then it is taken less often, so that it
      // never takes more than a hundredth of a core.
      var took = System.nanoTime() - start;
      rest(Math.max(EVERY.toNanos(), took * 100));
      LockSupport.parkNanos(nextLook - System.nanoTime());
    }
  }

  /// Whoever hurries the watcher meanwhile is heard afterwards.
  private static void rest(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }
}
