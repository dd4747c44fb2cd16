package io.crowdbench.agent.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Linux notes when each packet came in, whoever is to read it and whenever. So a machine that is
/// late to wake up, or has others to run, does not make a site look slow.
public final class ReceiveTimes {

  /// What the JVM must be started with.
  public static final List<String> JVM_OPTIONS =
      List.of("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED");

  private static final Logger log = LoggerFactory.getLogger(ReceiveTimes.class);

  private static final int SOL_SOCKET = 1;
  static final int SO_TIMESTAMPNS = 35;

  private static final @Nullable ReceiveTimes ALL = open();

  private final MethodHandle fileOf;
  private final MethodHandle setOption;
  private final MemorySegment one;

  /// Linux begins to note them a moment after the first socket has asked, and ends with the end of
  /// the last. This one stays.
  @SuppressWarnings("unused")
  private final SocketChannel first;

  private ReceiveTimes() throws ReflectiveOperationException, IOException {
    var channel = Class.forName("sun.nio.ch.SocketChannelImpl");
    fileOf =
        MethodHandles.privateLookupIn(channel, MethodHandles.lookup())
            .findVirtual(channel, "getFDVal", MethodType.methodType(int.class))
            .asType(MethodType.methodType(int.class, SocketChannel.class));
    setOption =
        Libc.function(
            "setsockopt",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT),
            false);
    one = Arena.global().allocateFrom(ValueLayout.JAVA_INT, 1);
    first = SocketChannel.open();
    var _ = note(first);
  }

  private static @Nullable ReceiveTimes open() {
    var module = ReceiveTimes.class.getModule();
    if (!Libc.exists()
        || !module.isNativeAccessEnabled()
        || !Object.class.getModule().isOpen("sun.nio.ch", module)) {
      return null;
    }
    try {
      return new ReceiveTimes();
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      log.warn("Answers are timed when they are read, not when they come in", e);
      return null;
    }
  }

  /// Whether there are any.
  public static boolean exist() {
    return ALL != null;
  }

  /// Has them noted for that socket, where Linux can.
  ///
  /// @return the number of its file, valid until the channel is closed
  /// @throws IllegalStateException if there are none
  public static int noteFor(SocketChannel channel) {
    if (ALL == null) {
      throw new IllegalStateException("no receive times here");
    }
    return ALL.note(channel);
  }

  private int note(SocketChannel channel) {
    try {
      int file = (int) fileOf.invokeExact(channel);
      int _ = (int) setOption.invokeExact(file, SOL_SOCKET, SO_TIMESTAMPNS, one, Integer.BYTES);
      return file;
    } catch (Throwable e) {
      throw new IllegalStateException("the socket has no file", e);
    }
  }
}
