package io.crowdbench.agent.control;

import io.crowdbench.agent.journal.Recovery;
import io.crowdbench.agent.runner.RunnerCommand;
import io.crowdbench.agent.runner.RunnerJvm;
import io.crowdbench.agent.runner.RunnerReport;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.sample.SampleMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A runner process and the pipes to it. Nothing the process does or fails to do blocks who calls.
final class RunnerProcess {

  private static final Logger log = LoggerFactory.getLogger(RunnerProcess.class);

  /// Commands a runner may leave unread; it gets one a second at least.
  private static final int MAX_UNREAD = 1_000;

  /// Longer lines are no reports: actions can write to the process's output, too.
  private static final int MAX_REPORT = 100_000;

  /// As many lines that are no reports are logged.
  private static final int MAX_FOREIGN = 20;

  /// Between a runner's last report and its end, and between its end and that of its output, which
  /// processes that actions started may hold open.
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /// Hears what the runner says, on one thread.
  interface Listener {
    void reported(RunnerReport report);

    /// The process has ended and had not published everything.
    ///
    /// @param rest to be published in its place
    void left(List<SampleMessage> rest);

    /// The process has ended without a last report.
    ///
    /// @param how a sentence
    void died(String how);
  }

  private final JsonMapper json = JsonMapper.shared();
  private final BlockingQueue<RunnerCommand> unread = new LinkedBlockingQueue<>(MAX_UNREAD);
  private final Process process;
  private final RunnerCommand.SetUp setUp;
  private final String heap;
  private final Path logFile;
  private final Listener listener;
  private volatile boolean ready;
  private volatile boolean last;
  private volatile boolean finished;
  private volatile @Nullable String whyKilled;
  private final CountDownLatch recovered = new CountDownLatch(1);
  private int foreign;

  private RunnerProcess(
      Process process, RunnerCommand.SetUp setUp, String heap, Path logFile, Listener listener) {
    this.process = process;
    this.setUp = setUp;
    this.heap = heap;
    this.logFile = logFile;
    this.listener = listener;
  }

  static RunnerProcess open(AgentSettings settings, PrepareRun command, Listener listener)
      throws IOException {
    var folder = settings.folder().resolve("runs").resolve(command.run());
    Files.createDirectories(folder);
    var logFile = folder.resolve("runner.log");
    var heap = RunnerJvm.heap(settings.runnerHeap(), command.share().userIds());
    var process =
        new ProcessBuilder(RunnerJvm.command(heap, command.share().userIds()))
            .directory(folder.toFile())
            .redirectError(logFile.toFile())
            .start();
    var setUp =
        new RunnerCommand.SetUp(
            command.run(),
            settings.slave(),
            settings.epoch(),
            settings.brokers(),
            settings.tunnel(),
            folder.toString(),
            command.share());
    var line = new RunnerProcess(process, setUp, heap, logFile, listener);
    line.send(setUp);
    Thread.ofPlatform().name("to the runner").daemon().start(line::write);
    var listens = Thread.ofPlatform().name("runner").daemon().start(line::listen);
    Thread.ofPlatform().name("runner's end").daemon().start(() -> line.awaitEnd(listens));
    return line;
  }

  /// Any thread.
  void send(RunnerCommand command) {
    if (!unread.offer(command)) {
      log.info("The runner reads no commands; left one out: {}", command);
    }
  }

  private void write() {
    try (var out = process.outputWriter(StandardCharsets.UTF_8)) {
      while (process.isAlive()) {
        out.write(json.writeValueAsString(unread.take()));
        out.newLine();
        out.flush();
      }
    } catch (IOException e) {
      log.info("The runner takes no commands any more: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (var in = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = line(in); line != null; line = line(in)) {
        var report = report(line);
        if (report == null) {
          continue;
        }
        ready |= report instanceof RunnerReport.Ready;
        if (report instanceof RunnerReport.Finished || report instanceof RunnerReport.Failed) {
          last = true;
          finished = report instanceof RunnerReport.Finished;
          endWithin(LAST_WORDS, "It did not end after its last report.");
        }
        listener.reported(report);
      }
    } catch (IOException e) {
      log.info("The runner's output broke off: {}", e.getMessage());
    }
  }

  /// Null for what is no report but was written by an action or a library of it.
  private @Nullable RunnerReport report(String line) {
    try {
      if (line.startsWith("{")) {
        return json.readValue(line, RunnerReport.class);
      }
    } catch (JacksonException e) {
      log.debug("No report: {}", e.getOriginalMessage());
    }
    if (foreign++ < MAX_FOREIGN) {
      log.warn(
          "Left out what was written to the runner's output: {}",
          line.substring(0, Math.min(line.length(), 200)));
    }
    return null;
  }

  /// The next line, cut where it is too long for a report; null at the end.
  private static @Nullable String line(BufferedReader in) throws IOException {
    var line = new StringBuilder();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (line.length() < MAX_REPORT) {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private void awaitEnd(Thread listens) {
    try {
      var code = process.waitFor();
      listens.join(LAST_WORDS);
      // The writer may wait for something to write.
      send(new RunnerCommand.Stop());
      if (!finished) {
        recover();
      }
      recovered.countDown();
      if (!last) {
        var why = whyKilled;
        listener.died(why != null ? why : RunnerEnd.of(code, ready, heap, logFile).sentence());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void recover() {
    try {
      listener.left(
          Recovery.of(Path.of(setUp.folder()), setUp.run(), setUp.slave(), setUp.epoch()));
    } catch (IOException | JacksonException e) {
      log.warn("What the runner had not published is lost", e);
    }
  }

  /// Kills the process if it is still there then. Any thread.
  ///
  /// @param why a sentence, for whoever asks why it died
  void endWithin(Duration time, String why) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            if (!process.waitFor(time)) {
              log.warn("Killed the runner: {}", why);
              whyKilled = why;
              kill();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /// Ends the process at once, with all that it has started.
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /// Ends the process and waits until what it left is published.
  void end() {
    kill();
    try {
      var _ = recovered.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// This slave's clock, finer than whole milliseconds.
  static double nowMillis() {
    return millis(Instant.now());
  }

  static double millis(Instant instant) {
    return instant.getEpochSecond() * 1e3 + instant.getNano() / 1e6;
  }
}
