package io.crowdbench.agent.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Reads from and writes to sockets that [ReceiveTimes] are noted for. For one thread at a time,
/// and any number of sockets.
public final class TimedIo {

  /// The most that is read or written at once.
  public static final int SIZE = 16 * 1024;

  private static final MethodHandle RECVMSG =
      Libc.function(
          "recvmsg",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_INT),
          true);

  private static final MethodHandle SEND =
      Libc.function(
          "send",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT),
          true);

  /// A broken pipe is an error number, and no signal.
  private static final int MSG_NOSIGNAL = 0x4000;

  // A `struct msghdr`, and what it points to. Its unnamed fields stay zero: no address, no flags.
  private static final long VECTOR_ADDRESS = 16;
  private static final long VECTOR_COUNT = 24;
  private static final long CONTROL_ADDRESS = 32;
  private static final long CONTROL_LENGTH = 40;
  private static final long HEADER_SIZE = 56;

  // A `struct iovec`.
  private static final long DATA_ADDRESS = 0;
  private static final long DATA_LENGTH = 8;
  private static final long VECTOR_SIZE = 16;

  // A `struct cmsghdr` and the `struct timespec` in it.
  private static final long TYPE = 12;
  private static final long SECONDS = 16;
  private static final long NANOS = 24;
  private static final long CONTROL_SIZE = 32;

  private final MemorySegment header;
  private final MemorySegment vector;
  private final MemorySegment control;
  private final MemorySegment data;
  private final MemorySegment errno;
  private final WallClock clock = new WallClock();
  private long arrivedNanos;

  public TimedIo() {
    var arena = Arena.ofAuto();
    header = arena.allocate(HEADER_SIZE, Long.BYTES);
    vector = arena.allocate(VECTOR_SIZE, Long.BYTES);
    control = arena.allocate(CONTROL_SIZE, Long.BYTES);
    data = arena.allocate(SIZE, Long.BYTES);
    errno = arena.allocate(Libc.errnoSize(), Long.BYTES);
    header.set(ValueLayout.ADDRESS, VECTOR_ADDRESS, vector);
    header.set(ValueLayout.JAVA_LONG, VECTOR_COUNT, 1);
    header.set(ValueLayout.ADDRESS, CONTROL_ADDRESS, control);
    vector.set(ValueLayout.ADDRESS, DATA_ADDRESS, data);
  }

  /// Reads what is there, without waiting.
  ///
  /// @param file as of [ReceiveTimes#noteFor], of a socket that is not closed meanwhile
  /// @return how many bytes, at most [#SIZE]; 0 if none are there yet, -1 at the end
  public int read(int file, byte[] into, int offset, int length) throws IOException {
    vector.set(ValueLayout.JAVA_LONG, DATA_LENGTH, Math.min(length, SIZE));
    header.set(ValueLayout.JAVA_LONG, CONTROL_LENGTH, CONTROL_SIZE);
    try {
      int count = (int) (long) RECVMSG.invokeExact(errno, file, header, 0);
      if (count > 0) {
        MemorySegment.copy(data, ValueLayout.JAVA_BYTE, 0, into, offset, count);
        arrivedNanos = arrived();
        return count;
      }
      if (count == 0) {
        return -1;
      }
      return isInterrupted() ? read(file, into, offset, length) : nothingOrFailure();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("can't read", e);
    }
  }

  /// Writes what there is room for, without waiting.
  ///
  /// @param file as of [ReceiveTimes#noteFor], of a socket that is not closed meanwhile
  /// @return how many bytes, at most [#SIZE]; 0 if there is no room yet
  public int write(int file, byte[] from, int offset, int length) throws IOException {
    int part = Math.min(length, SIZE);
    MemorySegment.copy(from, offset, data, ValueLayout.JAVA_BYTE, 0, part);
    try {
      int count = (int) (long) SEND.invokeExact(errno, file, data, (long) part, MSG_NOSIGNAL);
      if (count >= 0) {
        return count;
      }
      return isInterrupted() ? write(file, from, offset, length) : nothingOrFailure();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("can't write", e);
    }
  }

  private boolean isInterrupted() {
    return Libc.errno(errno) == Libc.EINTR;
  }

  private int nothingOrFailure() throws Throwable {
    int problem = Libc.errno(errno);
    if (problem == Libc.EAGAIN) {
      return 0;
    }
    throw Libc.failure(problem);
  }

  private long arrived() {
    boolean noted =
        header.get(ValueLayout.JAVA_LONG, CONTROL_LENGTH) >= CONTROL_SIZE
            && control.get(ValueLayout.JAVA_INT, TYPE) == ReceiveTimes.SO_TIMESTAMPNS;
    return noted
        ? clock.nanoTime(
            control.get(ValueLayout.JAVA_LONG, SECONDS), control.get(ValueLayout.JAVA_LONG, NANOS))
        : System.nanoTime();
  }

  /// When the last of the bytes that were read last had come to this machine, as of
  /// `System.nanoTime`.
  public long arrivedNanos() {
    return arrivedNanos;
  }
}
