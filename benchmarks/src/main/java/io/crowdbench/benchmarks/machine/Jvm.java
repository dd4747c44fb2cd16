package io.crowdbench.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Programs of the bench that have a process to themselves.
public final class Jvm {

  private Jvm() {}

  /// What the program says of its errors is shown as our own.
  ///
  /// @param heapMegabytes at most
  public static Process start(
      Cores cores, Class<?> program, int heapMegabytes, List<String> arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(cores.bind(command))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
