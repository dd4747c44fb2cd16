package io.crowdbench.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Processes of the local stack that live on when its JVM is killed: agents, and PostgreSQL.
public final class LeftBehind {

  private LeftBehind() {}

  /// Ends the agents on the embedded slaves, each in order, so that they say goodbye.
  ///
  /// @return how many there were
  public static int endAgents(Path data) throws IOException {
    var ended = 0;
    for (int number = 1; number <= EmbeddedSlaves.COUNT; number++) {
      var file = EmbeddedSlaves.home(data, number).resolve(".crowdbench").resolve("agent.pid");
      var agent = process(file, EmbeddedSlaves.home(data, number).toString());
      if (agent.isPresent()) {
        end(agent.get());
        ended++;
      }
    }
    return ended;
  }

  /// Ends everything that a killed stack left in that folder.
  ///
  /// @return what it was, in words
  public static List<String> endAll(Path data) throws IOException {
    var ended = new ArrayList<String>();
    var agents = endAgents(data);
    if (agents > 0) {
      ended.add(agents + (agents == 1 ? " agent" : " agents"));
    }
    if (endPostgres(data)) {
      ended.add("PostgreSQL");
    }
    return ended;
  }

  /// Ends the database: a new stack starts it again under its own eyes, with all its data.
  ///
  /// @return true if there was one
  static boolean endPostgres(Path data) throws IOException {
    var postgres = process(data.resolve("postgres/data/postmaster.pid"), "postgres");
    postgres.ifPresent(LeftBehind::end);
    return postgres.isPresent();
  }

  /// The live process that a file names, if its command line has that word in it: the number may
  /// have gone to another program since.
  private static Optional<ProcessHandle> process(Path file, String word) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var pid = Files.readAllLines(file).stream().findFirst().map(String::strip).orElse("");
    return pid.matches("\\d+")
        ? ProcessHandle.of(Long.parseLong(pid)).filter(process -> runs(process, word))
        : Optional.empty();
  }

  private static boolean runs(ProcessHandle process, String word) {
    return process.isAlive() && process.info().commandLine().orElse("").contains(word);
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
