package io.crowdbench.agent.linux;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.net.SocketException;

/// The functions of the C library that are needed here, on 64-bit Linux.
final class Libc {

  /// Nothing to read yet.
  static final int EAGAIN = 11;

  static final int EINTR = 4;
  private static final int ECONNRESET = 104;

  private static final Linker linker = Linker.nativeLinker();
  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(StructLayout.PathElement.groupElement("errno"));
  private static final MethodHandle STRERROR =
      function("strerror", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT), false);

  private static final int MAX_SENTENCE = 256;

  private Libc() {}

  static boolean exists() {
    return System.getProperty("os.name").equals("Linux")
        && ValueLayout.ADDRESS.byteSize() == Long.BYTES;
  }

  /// @param tells if the function takes, as its first argument, where its error number goes
  static MethodHandle function(String name, FunctionDescriptor shape, boolean tells) {
    var address = linker.defaultLookup().findOrThrow(name);
    return tells
        ? linker.downcallHandle(address, shape, Linker.Option.captureCallState("errno"))
        : linker.downcallHandle(address, shape);
  }

  /// How much memory an error number takes.
  static long errnoSize() {
    return CALL_STATE.byteSize();
  }

  static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  /// In the words that the JDK's sockets have for it, where they have any.
  static SocketException failure(int errno) throws Throwable {
    if (errno == ECONNRESET) {
      return new SocketException("Connection reset");
    }
    var sentence = (MemorySegment) STRERROR.invokeExact(errno);
    return new SocketException(sentence.reinterpret(MAX_SENTENCE).getString(0));
  }
}
