package io.crowdbench.cli;

import io.crowdbench.api.RequestRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;

/// The root of all commands. Exit codes: 0 success, 1 failure, 2 the command line was not
/// understood.
@Command(
    name = "crowdbench",
    description = "Distributed load testing: a crowd of web users from many machines.",
    subcommands = {
      SlavesCommand.class,
      BundlesCommand.class,
      PlansCommand.class,
      RunsCommand.class,
      HealthCommand.class,
      TryCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "  test     Runs all tests, after installing what they need where it may.",
      "  bench    Measures the engine beside other load generators, and writes docs/comparison.md."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Crowdbench {

  public static void main(String[] args) {
    System.exit(execute(commandLine(), args));
  }

  /// Runs a command; without one, help is shown.
  public static int execute(CommandLine commandLine, String... args) {
    return commandLine.execute(args.length == 0 ? new String[] {"help"} : args);
  }

  /// @param more commands of this machine's own
  public static CommandLine commandLine(Object... more) {
    var all = new CommandLine(new Crowdbench());
    for (var command : more) {
      all.addSubcommand(command);
    }
    addHelp(all);
    return all.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Crowdbench::failed);
  }

  /// What people can do something about is a sentence; the rest is a bug and keeps its trace.
  private static final IExecutionExceptionHandler BUGS =
      (e, command, _) -> {
        command.getErr().println("Something broke: " + e);
        e.printStackTrace(command.getErr());
        return CommandLine.ExitCode.SOFTWARE;
      };

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof RequestRefused || e instanceof CommandFailed) {
      command.getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    return BUGS.handleExecutionException(e, command, parsed);
  }

  private static void addHelp(CommandLine command) {
    var spec = command.getCommandSpec();
    // The command `help` has it already.
    if (spec.findOption("--help") == null) {
      spec.addOption(
          OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this.").build());
    }
    command.getSubcommands().values().forEach(Crowdbench::addHelp);
  }
}
