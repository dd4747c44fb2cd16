package io.crowdbench.agent.eventloop;

import io.crowdbench.agent.linux.Epoll;
import io.crowdbench.agent.linux.TimedIo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs virtual threads in turn and, between their turns, looks which of their sockets are ready.
/// The thread that learns of an answer is the one that lets its user go on: nobody has to be woken
/// for it.
///
/// One platform thread at a time carries it. When a user's code does not let go of that thread,
/// [#relieve] gives the loop to a new one, and the old one ends when it gets free.
final class EventLoop implements Executor, Readiness.Watcher {

  /// As many threads may be held by users' code at the same time; then the others wait.
  private static final int MAX_RELIEVED = 256;

  private final String name;
  private final Epoll epoll = new Epoll();

  /// Its sockets by the numbers of their files. Changed under the monitor of `epoll`.
  private volatile @Nullable Readiness[] sockets = new Readiness[1_024];

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /// Whether its thread waits for sockets, or is about to, and must be woken for a task.
  private final AtomicBoolean sleeps = new AtomicBoolean();

  private final TimerWheel sleepers = new TimerWheel(System.nanoTime(), this::wake);

  private final AtomicReference<@Nullable TimedIo> io = new AtomicReference<>();

  private volatile @Nullable Thread carrier;

  /// Grows with each task and each look at the sockets.
  private final AtomicLong progress = new AtomicLong();

  private final AtomicInteger relieved = new AtomicInteger();

  // What was seen of its progress last, and since when; of the one thread that relieves.
  private long seen = -1;
  private long seenSince;

  EventLoop(String name) throws IOException {
    this.name = name;
  }

  void start() {
    var thread = Thread.ofPlatform().name(name).daemon().unstarted(this::carry);
    carrier = thread;
    thread.start();
  }

  /// Any thread.
  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    wake();
  }

  /// Lets it look again at tasks and sockets. Any thread.
  void wake() {
    if (sleeps.get() && sleeps.compareAndSet(true, false)) {
      epoll.ring();
    }
  }

  @Override
  public void watch(int file, Readiness socket) throws IOException {
    put(file, socket);
    epoll.add(file);
  }

  @Override
  public void forget(int file) {
    put(file, null);
  }

  private void put(int file, @Nullable Readiness socket) {
    synchronized (epoll) {
      var known = sockets;
      if (file >= known.length) {
        known = Arrays.copyOf(known, Math.max(file + 1, known.length * 2));
      }
      known[file] = socket;
      // Lets the loop's thread see it.
      sockets = known;
    }
  }

  /// Lets the calling thread sleep, for a time that is true to the millisecond.
  ///
  /// @return how many nanoseconds too late it goes on, beyond that
  long sleep(long nanos) throws InterruptedException {
    return sleepers.sleep(nanos);
  }

  /// Lent: for a moment two threads may believe to carry the loop.
  TimedIo borrowIo() {
    var kept = io.getAndSet(null);
    return kept == null ? new TimedIo() : kept;
  }

  void giveBack(TimedIo borrowed) {
    io.set(borrowed);
  }

  /// Whether it has nothing to do.
  boolean sleeps() {
    return sleeps.get();
  }

  /// Gives the loop a new thread if its present one has got nowhere for so long. Called again and
  /// again by one thread.
  ///
  /// @param now as of `System.nanoTime`
  void relieve(long now, long patienceNanos) {
    var reached = progress.get();
    if (reached != seen || sleeps.get()) {
      seen = reached;
      seenSince = now;
    } else if (now - seenSince >= patienceNanos && relieved.get() < MAX_RELIEVED) {
      relieved.incrementAndGet();
      seenSince = now;
      start();
    }
  }

  private void carry() {
    var self = Thread.currentThread();
    // Ends a round of tasks, so that those who come back at once don't keep sockets waiting. One
    // that was left behind by another carrier ends nothing.
    var end = new EndOfRound();
    try {
      while (true) {
        // Before its turn, so that it does not rest in the very moment in which something is due.
        var now = System.nanoTime();
        step();
        DueWork.turn();
        if (!look(self, now)) {
          return;
        }
        tasks.add(end);
        for (var task = tasks.poll(); task != null && task != end; task = tasks.poll()) {
          step();
          task.run();
          if (carrier != self) {
            relieved.decrementAndGet();
            return;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The " + name + " can't look at its sockets.", e);
    }
  }

  /// One thread at a time: where two believe to carry it for a moment, the later one waits. So
  /// nothing in it may wait for users.
  ///
  /// @param now when its turn began
  /// @return false if another thread carries it now
  private synchronized boolean look(Thread self, long now) throws IOException {
    if (carrier != self) {
      relieved.decrementAndGet();
      return false;
    }
    step();
    sleepers.turn(now);
    if (!slept(now)) {
      see(epoll.await(0));
    }
    return true;
  }

  /// Looks at the sockets once there is something to see, or something to do.
  ///
  /// @return false if there is something to do at once
  private boolean slept(long now) throws IOException {
    if (!tasks.isEmpty()) {
      return false;
    }
    sleeps.set(true);
    // Only now, for those who lie down meanwhile and would not wake a loop that is awake.
    var millis = sleepers.untilNextMillis(now);
    if (!tasks.isEmpty() || !DueWork.mayRest(now)) {
      sleeps.set(false);
      return false;
    }
    int count = epoll.await(millis == TimerWheel.NEVER ? -1 : (int) millis);
    // It is awake now: those whom it lets go on need not wake it.
    sleeps.set(false);
    see(count);
    sleepers.turnAfterSleep(System.nanoTime());
    return true;
  }

  /// Nobody needs to see it at once.
  private void step() {
    progress.setOpaque(progress.getPlain() + 1);
  }

  private void see(int count) {
    for (int i = 0; i < count; i++) {
      int file = epoll.file(i);
      var known = sockets;
      // Nobody's are those closed a moment ago, and the bell.
      var socket = file < known.length ? known[file] : null;
      if (socket != null) {
        socket.seen(epoll.ready(i));
      }
    }
  }

  private static final class EndOfRound implements Runnable {

    @Override
    public void run() {}
  }
}
