package io.crowdbench.agent.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Tells of many sockets which have become ready, each change once: who is told must go on until
/// there is nothing to read, or no room to write, before there is another change to tell.
///
/// So each socket is named to Linux once in its life, while a selector of the JDK would have to be
/// told again and again what to look for, and be asked twice for each answer.
public final class Epoll {

  /// Something has come, or an end.
  public static final int READ = 0x001;

  /// There is room to write, or a connection.
  public static final int WRITE = 0x004;

  /// Nothing will come any more. Told once, and maybe together with the last bytes: whoever has
  /// read those must not wait for another word.
  public static final int END = 0x2000;

  private static final int ALL = READ | WRITE | END;
  private static final int FAILED = 0x008;
  private static final int HUNG_UP = 0x010;
  private static final int CHANGES_ONLY = 1 << 31;

  private static final int EPOLL_CTL_ADD = 1;
  private static final int EFD_NONBLOCK = 0x800;
  private static final int CLOSE_ON_EXEC = 0x80000;

  /// As many are told of at once.
  private static final int MAX = 512;

  /// A `struct epoll_event`: what is ready, and the file that we named. Packed on x86 only.
  private static final long EVENT_SIZE = System.getProperty("os.arch").equals("amd64") ? 12 : 16;

  private static final long FILE = EVENT_SIZE - Long.BYTES;

  private static final MethodHandle EPOLL_CREATE = ints("epoll_create1", ValueLayout.JAVA_INT);
  private static final MethodHandle EPOLL_CTL =
      ints(
          "epoll_ctl",
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS);
  private static final MethodHandle EPOLL_WAIT =
      ints(
          "epoll_wait",
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT);
  private static final MethodHandle EVENTFD =
      ints("eventfd", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
  private static final MethodHandle EVENTFD_WRITE =
      Libc.function(
          "eventfd_write",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG),
          false);

  private final MemorySegment events = Arena.ofAuto().allocate(MAX * EVENT_SIZE, Long.BYTES);
  private final MemorySegment waitErrno = Arena.ofAuto().allocate(Libc.errnoSize(), Long.BYTES);
  private final int file;
  private final int bell;

  /// @throws IOException when Linux has none to give
  public Epoll() throws IOException {
    try (var arena = Arena.ofConfined()) {
      var errno = arena.allocate(Libc.errnoSize(), Long.BYTES);
      file = checked((int) EPOLL_CREATE.invokeExact(errno, CLOSE_ON_EXEC), errno);
      bell = checked((int) EVENTFD.invokeExact(errno, 0, EFD_NONBLOCK | CLOSE_ON_EXEC), errno);
    } catch (Throwable e) {
      throw asThrown(e);
    }
    add(bell);
  }

  private static MethodHandle ints(String name, MemoryLayout... arguments) {
    return Libc.function(name, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments), true);
  }

  /// From now on it is looked at, until it is closed; if it is ready already, that is told first.
  /// Any thread.
  ///
  /// @param socket the number of its file
  public void add(int socket) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var errno = arena.allocate(Libc.errnoSize(), Long.BYTES);
      var wanted = arena.allocate(EVENT_SIZE, Long.BYTES);
      wanted.set(ValueLayout.JAVA_INT, 0, READ | WRITE | END | CHANGES_ONLY);
      wanted.set(ValueLayout.JAVA_LONG_UNALIGNED, FILE, socket);
      int problem = (int) EPOLL_CTL.invokeExact(errno, file, EPOLL_CTL_ADD, socket, wanted);
      checked(problem, errno);
    } catch (Throwable e) {
      throw asThrown(e);
    }
  }

  /// Waits until something is ready, or the bell rings. One thread at a time.
  ///
  /// @param millis at most; 0 to look only, negative for ever
  /// @return of how many [#file] and [#ready] tell until the next call
  public int await(int millis) throws IOException {
    try {
      int count = (int) EPOLL_WAIT.invokeExact(waitErrno, file, events, MAX, millis);
      return count < 0 && Libc.errno(waitErrno) == Libc.EINTR ? 0 : checked(count, waitErrno);
    } catch (Throwable e) {
      throw asThrown(e);
    }
  }

  /// The file of what was ready; the bell's own is nobody's.
  public int file(int which) {
    return (int) events.get(ValueLayout.JAVA_LONG_UNALIGNED, which * EVENT_SIZE + FILE);
  }

  /// What it is ready for: [#READ], [#WRITE], [#END]. A broken connection is ready for all, since
  /// each tells what is wrong with it.
  public int ready(int which) {
    int seen = events.get(ValueLayout.JAVA_INT_UNALIGNED, which * EVENT_SIZE);
    return (seen & (FAILED | HUNG_UP)) != 0 ? ALL : seen & ALL;
  }

  /// Ends a wait, the next one if there is none. Any thread.
  public void ring() {
    try {
      // It fails only where it has rung for ages already.
      int _ = (int) EVENTFD_WRITE.invokeExact(bell, 1L);
    } catch (Throwable e) {
      throw new IllegalStateException("can't ring", e);
    }
  }

  private static int checked(int result, MemorySegment errno) throws Throwable {
    if (result < 0) {
      throw Libc.failure(Libc.errno(errno));
    }
    return result;
  }

  private static IOException asThrown(Throwable e) {
    return switch (e) {
      case IOException io -> io;
      case RuntimeException bug -> throw bug;
      default -> throw new IllegalStateException("can't call Linux", e);
    };
  }
}
