package io.crowdbench.localstack.cli;

import io.crowdbench.localstack.StackSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that has to do with the local stack.
final class StackOptions {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the stack keeps its data. Default: ~/.crowdbench.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + StackSettings.DEFAULT_PORT,
      description = "The UI's port; the others are up to 22 above it. Default: ${DEFAULT-VALUE}.")
  private int port;

  StackSettings settings() {
    return new StackSettings(data == null ? StackSettings.defaultData() : data, port);
  }

  /// Where this process writes its log. Must be said before anything logs.
  void logTo(String name) {
    System.setProperty("crowdbench.logs", settings().data().resolve("logs").toString());
    System.setProperty("crowdbench.log", name);
  }
}
