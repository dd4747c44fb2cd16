package io.crowdbench.cli;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.runner.TryOut;
import io.crowdbench.bundles.LocalBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `crowdbench try`: the inner loop of someone who writes actions. Needs no stack; exit code 0 if
/// everything passed.
@Command(
    name = "try",
    description = "Tries an action here: one user, one iteration, each request and answer shown.")
final class TryCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "The action's .java file; behind it other .java, .jar and .csv files that it needs.")
  private List<Path> files = List.of();

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "The user's id. Default: the first of users.txt beside the file.")
  private @Nullable String user;

  @Option(
      names = "--base",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8720",
      description = "The site. Default: ${DEFAULT-VALUE}, the local stack's shop.")
  private String base = "http://127.0.0.1:8720";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    var work = Files.createTempDirectory("crowdbench-try");
    try {
      var missing = files.stream().filter(file -> !Files.isRegularFile(file)).toList();
      var problems =
          missing.isEmpty()
              ? LocalBundle.make(withUsers(work), work, Action.class)
              : missing.stream().map(file -> "There is no file " + file + ".").toList();
      if (!problems.isEmpty()) {
        problems.forEach(spec.commandLine().getErr()::println);
        return 1;
      }
      var out = spec.commandLine().getOut();
      var name = files.getFirst().getFileName().toString().replaceFirst("\\.java$", "");
      return TryOut.run(work.resolve("bundle.jar"), work, name, user, base, out) ? 0 : 1;
    } catch (IllegalArgumentException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    } finally {
      FileSystemUtils.deleteRecursively(work);
    }
  }

  /// A bundle needs users: those beside the action, or else one.
  private List<Path> withUsers(Path work) throws IOException {
    var all = new ArrayList<>(files);
    var beside = files.getFirst().resolveSibling("users.txt");
    if (all.stream().noneMatch(file -> file.endsWith("users.txt"))) {
      all.add(
          Files.exists(beside)
              ? beside
              : Files.writeString(work.resolve("users.txt"), user == null ? "user-1" : user));
    }
    return all;
  }
}
