package io.crowdbench.agent.runner;

import java.nio.file.Path;
import java.util.List;

/// The command that starts a runner, with the JVM and the jars of whoever asks.
public final class RunnerJvm {

  /// Stands for what [#heap(String, int)] finds fit.
  public static final String AUTO = "auto";

  private static final int BASE_MEGABYTES = 512;
  private static final int KILOBYTES_PER_USER = 8;

  private RunnerJvm() {}

  /// The most heap for so many users. Not as much as there is: a heap that may grow is not tidied
  /// up while it grows, and so outgrows the processor's caches; then a request costs half as much
  /// again.
  ///
  /// @param wanted what was set, or [#AUTO]
  /// @return as [#command(String)] takes it
  public static String heap(String wanted, int users) {
    return wanted.equals(AUTO)
        ? BASE_MEGABYTES + (long) users * KILOBYTES_PER_USER / 1_024 + "m"
        : wanted;
  }

  /// @param heap the most heap it may take: as the JVM's `-Xmx` wants it, or a part of the
  ///   machine's memory, such as `50%`
  public static List<String> command(String heap) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        // A user is many small objects.
        "-XX:+UseCompactObjectHeaders",
        "-Xms32m",
        heap.endsWith("%")
            ? "-XX:MaxRAMPercentage=" + heap.substring(0, heap.length() - 1)
            : "-Xmx" + heap,
        "-XX:+ExitOnOutOfMemoryError",
        // Its standard output is for reports alone.
        "-XX:+DisplayVMOutputToStderr",
        "-cp",
        System.getProperty("java.class.path"),
        RunnerMain.class.getName());
  }
}
