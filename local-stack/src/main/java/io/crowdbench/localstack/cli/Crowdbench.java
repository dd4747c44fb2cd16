package io.crowdbench.localstack.cli;

import io.crowdbench.localstack.StackFailed;
import io.crowdbench.localstack.demo.Unanswered;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

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
    var all = new CommandLine(new Crowdbench());
    addHelp(all);
    all.getSubcommands().values().forEach(Crowdbench::addHelp);
    return all.setExecutionExceptionHandler((e, command, _) -> {
      var known = e instanceof StackFailed || e instanceof Unanswered;
      command.getErr().println(known ? e.getMessage() : "Something broke: " + e);
      if (!known) {
        e.printStackTrace(command.getErr());
      }
      return 1;
    });
  }

  private static void addHelp(CommandLine command) {
    var spec = command.getCommandSpec();
    // The one that helps has it already.
    if (spec.findOption("--help") == null) {
      spec.addOption(
          OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this.").build());
    }
  }
}
