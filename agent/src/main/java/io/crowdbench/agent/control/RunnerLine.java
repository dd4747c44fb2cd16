package io.crowdbench.agent.control;

import io.crowdbench.agent.runner.RunnerCommand;
import io.crowdbench.agent.runner.RunnerJvm;
import io.crowdbench.agent.runner.RunnerReport;
import io.crowdbench.messages.agent.PrepareRun;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A runner process and the line to it.
final class RunnerLine {

  private static final Logger log = LoggerFactory.getLogger(RunnerLine.class);

  /// Hears what the runner says, on one thread.
  interface Listener {
    void reported(RunnerReport report);

    /// The process has ended without a last report.
    void died(String how);
  }

  private final JsonMapper json = JsonMapper.shared();
  private final Process process;
  private final BufferedWriter out;
  private final Path logFile;

  private RunnerLine(Process process, Path logFile) {
    this.process = process;
    this.out = process.outputWriter(StandardCharsets.UTF_8);
    this.logFile = logFile;
  }

  static RunnerLine open(AgentSettings settings, PrepareRun command, Listener listener)
      throws IOException {
    var folder = settings.folder().resolve("runs").resolve(command.run());
    Files.createDirectories(folder);
    var logFile = folder.resolve("runner.log");
    var process =
        new ProcessBuilder(RunnerJvm.command(settings.runnerHeap()))
            .directory(folder.toFile())
            .redirectError(logFile.toFile())
            .start();
    var line = new RunnerLine(process, logFile);
    line.tell(
        new RunnerCommand.SetUp(
            command.run(),
            settings.slave(),
            settings.epoch(),
            settings.brokers(),
            folder.toString(),
            command.share()));
    Thread.ofPlatform().name("runner").daemon().start(() -> line.listen(listener));
    return line;
  }

  synchronized void tell(RunnerCommand command) {
    try {
      out.write(json.writeValueAsString(command));
      out.newLine();
      out.flush();
    } catch (IOException e) {
      log.info("The runner took no command any more: {}", e.getMessage());
    }
  }

  private void listen(Listener listener) {
    var last = false;
    try (var in = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var report = json.readValue(line, RunnerReport.class);
        last |= report instanceof RunnerReport.Finished || report instanceof RunnerReport.Failed;
        listener.reported(report);
      }
      var code = process.waitFor();
      if (!last) {
        listener.died("The runner ended with exit code " + code + ". Its log ends: " + logTail());
      }
    } catch (IOException | JacksonException e) {
      process.destroyForcibly();
      listener.died("The line to the runner broke: " + e.getMessage() + ".");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String logTail() throws IOException {
    var lines = Files.readAllLines(logFile);
    return lines.isEmpty()
        ? "(empty)"
        : String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }

  void kill() {
    process.destroyForcibly();
  }

  /// This slave's clock, finer than whole milliseconds.
  static double nowMillis() {
    return millis(Instant.now());
  }

  static double millis(Instant instant) {
    return instant.getEpochSecond() * 1e3 + instant.getNano() / 1e6;
  }
}
