package io.crowdbench.localstack.cli;

import io.crowdbench.localstack.StackFailed;
import io.crowdbench.localstack.StackFile;
import io.crowdbench.localstack.StackSettings;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A stack in a process of its own, which lives on when this one ends.
final class BackgroundStack implements AutoCloseable {

  private static final String ARCHIVE = "-XX:SharedArchiveFile=";
  private static final String READY = "Crowdbench is up";

  private final @Nullable Process process;
  private final boolean stopAfterwards;

  private BackgroundStack(@Nullable Process process, boolean stopAfterwards) {
    this.process = process;
    this.stopAfterwards = stopAfterwards;
  }

  /// Starts a stack unless one runs, and shows how it comes up.
  static BackgroundStack ensure(StackSettings settings, PrintWriter out, boolean stopAfterwards)
      throws IOException, InterruptedException {
    if (StackFile.running(settings.data()).isPresent()) {
      return new BackgroundStack(null, false);
    }
    var logs = settings.data().resolve("logs");
    Files.createDirectories(logs);
    var output = logs.resolve("up.out").toFile();
    Files.deleteIfExists(output.toPath());
    var process =
        new ProcessBuilder(commandLine(settings))
            .redirectErrorStream(true)
            .redirectOutput(output)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    follow(process, output, out);
    return new BackgroundStack(process, stopAfterwards);
  }

  private static List<String> commandLine(StackSettings settings) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (var argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // Each command has an archive of its own classes.
      command.add(argument.startsWith(ARCHIVE) ? argument.replace("demo.jsa", "up.jsa") : argument);
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            LocalCrowdbench.class.getName(),
            "up",
            "--data",
            settings.data().toString(),
            "--port",
            String.valueOf(settings.port())));
    return command;
  }

  /// Passes on what the stack prints, until it is up.
  private static void follow(Process process, File output, PrintWriter out)
      throws IOException, InterruptedException {
    try (var file = new RandomAccessFile(output, "r")) {
      var last = "";
      while (!last.startsWith(READY)) {
        var ended = process.waitFor(50, TimeUnit.MILLISECONDS);
        for (var line = file.readLine(); line != null; line = file.readLine()) {
          last = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
          out.println(last.startsWith(READY) ? last.replace("Ctrl-C", "`crowdbench down`") : last);
          out.flush();
        }
        if (ended) {
          throw new StackFailed("The stack did not come up; what it said last stands above.");
        }
      }
    }
  }

  @Override
  public void close() {
    if (process != null && stopAfterwards) {
      process.destroy();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
