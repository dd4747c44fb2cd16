package io.crowdbench.localstack.cli;

import io.crowdbench.localstack.StackFailed;
import io.crowdbench.localstack.demo.Unanswered;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. Exit codes: 0 all is well, 1 it is not, 2 the command was not understood.
@Command(
    name = "crowdbench",
    description = "Distributed load testing: a crowd of web users from many machines.",
    subcommands = {
      DemoCommand.class,
      TryCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "  test    Passes all tests, after installing what they need where it may.",
      "  bench   Measures the engine beside other load generators, and writes docs/comparison.md."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Crowdbench {

  public static void main(String[] args) {
    System.exit(commandLine().execute(args.length == 0 ? new String[] {"help"} : args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Crowdbench())
        .setExecutionExceptionHandler((e, command, _) -> {
          var known = e instanceof StackFailed || e instanceof Unanswered;
          command.getErr().println(known ? e.getMessage() : "Something broke: " + e);
          if (!known) {
            e.printStackTrace(command.getErr());
          }
          return 1;
        });
  }
}
