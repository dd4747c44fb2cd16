package io.crowdbench.benchmarks.start;

import io.crowdbench.benchmarks.machine.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Figures of one `up` and one `demo`, each with an empty data folder.
///
/// @param up seconds until the stack says that it is up
/// @param upCpu CPU seconds of all its processes until then
/// @param firstSecond seconds from the command to the figures of the run's first second
/// @param demoCpu CPU seconds of all processes until then
/// @param megabytes what all of them, agents and runners included, hold in the middle of the run;
///   shared pages count once
record FirstMinute(double up, double upCpu, double firstSecond, double demoCpu, double megabytes) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PORT = "27800";

  static FirstMinute measure(Path home, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var up = folder.resolve("up");
    double upSeconds;
    double upCpu;
    try (var command = Command.start(home, folder, up, "up")) {
      upSeconds = command.await(line -> line.startsWith("Crowdbench is up"));
      upCpu = StackProcesses.of(up).cpuSeconds();
    }
    var demo = folder.resolve("demo");
    try (var command = Command.start(home, folder, demo, "demo", "--down")) {
      // The first figures: "      1     11 ...".
      var first = command.await(line -> line.matches(" +1 +\\d+ +\\d+ .*"));
      var cpu = StackProcesses.of(demo).cpuSeconds();
      command.await(line -> line.matches(" +15 +\\d+ +\\d+ .*"));
      var bytes = StackProcesses.of(demo).bytes();
      return new FirstMinute(upSeconds, upCpu, first, cpu, bytes / 1e6);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "up %.1f s (%.1f s CPU), first second of demo %.1f s (%.1f s CPU), %.0f MB in its run",
        up,
        upCpu,
        firstSecond,
        demoCpu,
        megabytes);
  }

  /// A command of a checkout, whose words are read as they come.
  private record Command(Process process, Path output, Path data, long began)
      implements AutoCloseable {

    static Command start(Path home, Path folder, Path data, String... words) throws IOException {
      var output = folder.resolve(words[0] + ".out");
      var line = new java.util.ArrayList<>(List.of(home.resolve("crowdbench").toString()));
      line.addAll(List.of(words));
      line.addAll(List.of("--data", data.toString(), "--port", PORT));
      var began = System.nanoTime();
      var process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new Command(process, output, data, began);
    }

    /// Returns how many seconds after the command's start it has printed such a line.
    double await(Predicate<String> wanted) throws IOException, InterruptedException {
      var found =
          Waiting.until(PATIENCE, () -> lines().stream().anyMatch(wanted) || !process.isAlive());
      if (!found || lines().stream().noneMatch(wanted)) {
        throw new IOException("The command did not come that far: see " + output + ".");
      }
      return (System.nanoTime() - began) / 1e9;
    }

    private List<String> lines() {
      try {
        return Files.readString(output, StandardCharsets.UTF_8).lines().toList();
      } catch (IOException e) {
        return List.of();
      }
    }

    /// Ends it as Ctrl-C does, unless it ends by itself, and waits for all that it started.
    @Override
    public void close() throws InterruptedException {
      if (output.endsWith("up.out")) {
        process.destroy();
      }
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Waiting.until(PATIENCE, () -> StackProcesses.of(data).isEmpty());
    }
  }
}
