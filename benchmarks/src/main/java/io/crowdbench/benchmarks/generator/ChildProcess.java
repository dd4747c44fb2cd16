package io.crowdbench.benchmarks.generator;

import io.crowdbench.benchmarks.machine.Cores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A generator that is a program of its own, whose output is read when it has ended.
final class ChildProcess implements Running {

  /// Makes figures of what the program has written.
  interface Reader {
    Optional<Percentiles> read(String output) throws IOException;
  }

  private final Process process;
  private final Path output;
  private final Reader reader;

  private ChildProcess(Process process, Path output, Reader reader) {
    this.process = process;
    this.output = output;
    this.reader = reader;
  }

  static ChildProcess start(List<String> command, Path folder, Reader reader) throws IOException {
    var output = folder.resolve("output.txt");
    var process =
        new ProcessBuilder(Cores.GENERATOR.bind(command))
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    return new ChildProcess(process, output, reader);
  }

  @Override
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public Optional<Percentiles> result() throws IOException, InterruptedException {
    process.waitFor();
    return reader.read(Files.readString(output));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
