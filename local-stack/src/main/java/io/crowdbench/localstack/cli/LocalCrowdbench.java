package io.crowdbench.localstack.cli;

import io.crowdbench.cli.Crowdbench;
import picocli.CommandLine;

/// The command line with the commands of the local stack.
public final class LocalCrowdbench {

  private LocalCrowdbench() {}

  public static void main(String[] args) {
    System.exit(Crowdbench.execute(commandLine(), args));
  }

  static CommandLine commandLine() {
    return Crowdbench.commandLine(
        new DemoCommand(), new UpCommand(), new DownCommand(), new StatusCommand());
  }
}
