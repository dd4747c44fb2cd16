package io.crowdbench.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Programs of the bench that have a process to themselves.
public final class Jvm {

  private Jvm() {}

  /// What the program says of its errors is shown as our own.
  ///
  /// @param heapMegabytes at most
  /// @param numbers its arguments
  public static Process start(Cores cores, Class<?> program, int heapMegabytes, long... numbers)
      throws IOException {
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
    Arrays.stream(numbers).mapToObj(Long::toString).forEach(command::add);
    return new ProcessBuilder(cores.bind(command))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
