package io.crowdbench.agent.eventloop;

import io.crowdbench.agent.linux.ReceiveTimes;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop for each processor, on which all virtual users live.
///
/// The JDK lets others schedule its virtual threads, but not by its public interface: with
/// [#JVM_OPTION], on Linux, there are event loops. Without them, or in a JDK that has changed, the
/// same threads run on the JDK's own scheduler and wait with its own sockets, which costs more.
public final class EventLoops {

  /// What the JVM must be started with.
  public static final String JVM_OPTION = "--add-opens=java.base/java.lang=ALL-UNNAMED";

  private static final Logger log = LoggerFactory.getLogger(EventLoops.class);

  /// A user who holds a loop for so long loses it to the others, though all processors are busy.
  private static final long HELD_NANOS = Duration.ofMillis(20).toNanos();

  /// The same while another loop sleeps, and so a processor is free for the others.
  private static final long HELD_WITH_SPARE_NANOS = Duration.ofMillis(2).toNanos();

  /// Who sleeps for no longer would notice a millisecond.
  private static final Duration EXACT = Duration.ofMillis(20);

  private static final @Nullable EventLoops ALL = open();

  private final List<EventLoop> loops;
  private final AtomicInteger next = new AtomicInteger();
  private final MethodHandle newBuilder;
  private final MethodHandle schedulerOf;

  private EventLoops() throws ReflectiveOperationException, IOException {
    var builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
    var thread = Class.forName("java.lang.VirtualThread");
    newBuilder =
        MethodHandles.privateLookupIn(builder, MethodHandles.lookup())
            .findConstructor(builder, MethodType.methodType(void.class, Executor.class))
            .asType(MethodType.methodType(Thread.Builder.OfVirtual.class, Executor.class));
    schedulerOf =
        MethodHandles.privateLookupIn(thread, MethodHandles.lookup())
            .findGetter(thread, "scheduler", Executor.class)
            .asType(MethodType.methodType(Executor.class, Thread.class));
    var all = new EventLoop[Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new EventLoop("event loop " + i);
    }
    loops = List.of(all);
  }

  private static @Nullable EventLoops open() {
    if (!ReceiveTimes.exist()
        || !Object.class.getModule().isOpen("java.lang", EventLoops.class.getModule())) {
      return null;
    }
    try {
      var all = new EventLoops();
      all.loops.forEach(EventLoop::start);
      Thread.ofPlatform().name("event loops' relief").daemon().start(all::relieve);
      return all;
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      log.warn("No event loops, so requests will cost more of this machine's processors", e);
      return null;
    }
  }

  /// Whether there are any.
  public static boolean exist() {
    return ALL != null;
  }

  /// Has something looked at whenever a loop has a turn, on the loop's own thread, which is awake
  /// then. What has an instant needs an alarm besides: loops that have nothing to do have no turns.
  ///
  /// @param look short, for any thread; in place of what was to be looked at before
  public static void atEachTurn(Runnable look) {
    DueWork.atEachTurn(look);
  }

  /// Has all loops awake by an instant at which something is due: a thread that sleeps wakes up
  /// late, and then another has to. Any thread.
  ///
  /// @param instant soon, since until then they do not rest; as of `System.nanoTime`
  public static void stayAwakeUntil(long instant) {
    DueWork.stayAwakeUntil(instant);
    if (ALL != null) {
      ALL.loops.forEach(EventLoop::wake);
    }
  }

  /// Nothing is to be looked at any more.
  public static void atNoTurn() {
    DueWork.clear();
  }

  /// Makes threads for users, each on the next loop. What they start lives on the same one.
  public static Thread.Builder.OfVirtual threads() {
    if (ALL == null) {
      return Thread.ofVirtual();
    }
    int number = Math.floorMod(ALL.next.getAndIncrement(), ALL.loops.size());
    return ALL.threadsOn(ALL.loops.get(number));
  }

  /// Makes threads that each live on another loop than the others.
  ///
  /// @return as many as there are loops
  public static List<Thread.Builder.OfVirtual> threadsOnEach() {
    return ALL == null
        ? List.of(Thread.ofVirtual())
        : ALL.loops.stream().map(ALL::threadsOn).toList();
  }

  /// A socket, not yet connected, that waits as fits the calling thread.
  public static Socket socket() throws IOException {
    var self = Thread.currentThread();
    return ALL != null && self.isVirtual() && ALL.schedulerOf(self) instanceof EventLoop loop
        ? new EventLoopSocket(loop)
        : new Socket();
  }

  /// As `Thread.sleep`, but on an event loop true to the millisecond only, which for very many
  /// users costs far less.
  public static void sleep(Duration time) throws InterruptedException {
    if (time.compareTo(EXACT) > 0) {
      var _ = doze(time);
    } else {
      Thread.sleep(time);
    }
  }

  /// The same for times of any length.
  ///
  /// @return how many nanoseconds too late the thread goes on, beyond what it is true to
  public static long doze(Duration time) throws InterruptedException {
    var self = Thread.currentThread();
    if (ALL != null && self.isVirtual() && ALL.schedulerOf(self) instanceof EventLoop loop) {
      return loop.sleep(TimeUnit.NANOSECONDS.convert(time));
    }
    var due = System.nanoTime() + TimeUnit.NANOSECONDS.convert(time);
    Thread.sleep(time);
    return Math.max(0, System.nanoTime() - due);
  }

  /// Waits until there is something to read, so that whoever reads needs a buffer only then.
  /// Returns at once where a socket can't tell.
  public static void awaitReadable(Socket socket) throws IOException {
    if (socket instanceof EventLoopSocket own) {
      own.awaitReadable();
    }
  }

  /// Whether the peer will send nothing more, as far as that was seen; false where a socket can't
  /// tell. What it has sent may still be there to be read.
  public static boolean hasEnded(Socket socket) {
    return socket instanceof EventLoopSocket own && own.hasEnded();
  }

  /// When the bytes that were read last had come to this machine: now, where a socket can't tell.
  ///
  /// @return as of `System.nanoTime`
  public static long arrivedNanos(Socket socket) {
    return socket instanceof EventLoopSocket own ? own.arrivedNanos() : System.nanoTime();
  }

  private Thread.Builder.OfVirtual threadsOn(EventLoop loop) {
    try {
      return (Thread.Builder.OfVirtual) newBuilder.invokeExact((Executor) loop);
    } catch (Throwable e) {
      throw new IllegalStateException("the JDK makes no such threads", e);
    }
  }

  private Executor schedulerOf(Thread virtual) {
    try {
      return (Executor) schedulerOf.invokeExact(virtual);
    } catch (Throwable e) {
      throw new IllegalStateException("the JDK does not tell a thread's scheduler", e);
    }
  }

  private void relieve() {
    // Where there is but one loop, no other can be asleep.
    var lookEvery = loops.size() == 1 ? HELD_NANOS : HELD_WITH_SPARE_NANOS;
    while (true) {
      LockSupport.parkNanos(lookEvery);
      var now = System.nanoTime();
      boolean spare = false;
      for (var loop : loops) {
        spare |= loop.sleeps();
      }
      for (var loop : loops) {
        loop.relieve(now, spare ? HELD_WITH_SPARE_NANOS : HELD_NANOS);
      }
    }
  }
}
