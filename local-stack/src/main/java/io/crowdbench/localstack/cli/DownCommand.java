package io.crowdbench.localstack.cli;

import io.crowdbench.localstack.LeftBehind;
import io.crowdbench.localstack.StackFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `crowdbench down`: stops the stack in order, or ends what a killed one left behind.
@Command(
    name = "down",
    description = "Stops the stack on this machine, and what a killed one left.")
final class DownCommand implements Callable<Integer> {

  private static final int TIMEOUT_SECONDS = 60;

  @Mixin private StackOptions options = new StackOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    var out = spec.commandLine().getOut();
    var data = options.settings().data();
    var running = StackFile.running(data).flatMap(stack -> ProcessHandle.of(stack.pid()));
    if (running.isPresent()) {
      running.get().destroy();
      try {
        running.get().onExit().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        out.println("The stack did not stop within " + TIMEOUT_SECONDS + " seconds; it is ended.");
        running.get().destroyForcibly();
      }
      out.println("Crowdbench is down.");
    }
    var ended = LeftBehind.endAll(data);
    if (!ended.isEmpty()) {
      out.println("Ended what was left behind: " + String.join(", ", ended) + ".");
    } else if (running.isEmpty()) {
      out.println("Nothing runs in " + data + ".");
    }
    return 0;
  }
}
