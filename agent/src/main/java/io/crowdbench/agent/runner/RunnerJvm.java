package io.crowdbench.agent.runner;

import java.nio.file.Path;
import java.util.List;

/// The command that starts a runner, with the JVM and the jars of whoever asks.
public final class RunnerJvm {

  private RunnerJvm() {}

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
