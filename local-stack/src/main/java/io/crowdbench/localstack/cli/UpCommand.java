package io.crowdbench.localstack.cli;

import io.crowdbench.localstack.LocalStack;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `crowdbench up`: the whole system on this machine, until Ctrl-C.
@Command(name = "up", description = "Starts everything on this machine, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

  @Mixin private StackOptions options = new StackOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    options.logTo("stack");
    var out = spec.commandLine().getOut();
    var settings = options.settings();
    out.println("Starting Crowdbench on this machine, with its data in " + settings.data() + ".");
    var stack =
        LocalStack.start(
            settings,
            part -> {
              out.println("  up: " + part);
              out.flush();
            });
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "down"));
    out.println("Crowdbench is up: " + settings.url() + " (Ctrl-C stops it)");
    out.flush();
    // Ctrl-C ends the JVM by way of the hook above.
    new CountDownLatch(1).await();
    return 0;
  }
}
