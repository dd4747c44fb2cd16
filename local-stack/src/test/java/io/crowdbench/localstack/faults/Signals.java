package io.crowdbench.localstack.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What is done to processes, by their ids.
final class Signals {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private Signals() {}

  static void kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(processes);
  }

  static void awaitEnd(List<ProcessHandle> processes) {
    await().atMost(TIMEOUT).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  static void pause(List<ProcessHandle> processes) {
    send("-STOP", processes);
  }

  static void resume(List<ProcessHandle> processes) {
    send("-CONT", processes);
  }

  /// A process with all that it started.
  static List<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  /// How long a fault lasts is part of the fault: there is no fact to wait for.
  static void pass(Duration time) {
    await().pollDelay(time).atMost(time.plus(TIMEOUT)).until(() -> true);
  }

  private static void send(String signal, List<ProcessHandle> processes) {
    var command = new java.util.ArrayList<>(List.of("kill", signal));
    processes.stream()
        .filter(ProcessHandle::isAlive)
        .map(process -> String.valueOf(process.pid()))
        .forEach(command::add);
    try {
      if (command.size() > 2) {
        new ProcessBuilder(command).start().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
