package io.crowdbench.cli;

import io.crowdbench.api.SlaveView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which slaves a command works on.
final class SlaveSelection {

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Slaves by name or id; or use --label or --all.")
  private List<String> names = List.of();

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "All slaves with the label; given more than once, with all of them.")
  private List<String> labels = List.of();

  @Option(names = "--all", description = "All slaves.")
  private boolean all;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /// Those that are not there are named at once.
  List<SlaveView> find(ServerOption server) {
    int ways = (names.isEmpty() ? 0 : 1) + (labels.isEmpty() ? 0 : 1) + (all ? 1 : 0);
    if (ways != 1) {
      throw new ParameterException(
          spec.commandLine(), "Give either names of slaves, or --label, or --all.");
    }
    var known = server.slaves().all().orThrow();
    if (all) {
      return known;
    }
    if (names.isEmpty()) {
      return labelled(known, labels);
    }
    return named(known, names);
  }

  private static List<SlaveView> labelled(List<SlaveView> known, List<String> labels) {
    var found = with(known, labels);
    if (found.isEmpty()) {
      throw new CommandFailed(
          "There is no slave with the label %s. `crowdbench slaves` lists all there are."
              .formatted(String.join(", ", labels)));
    }
    return found;
  }

  static List<SlaveView> with(List<SlaveView> known, List<String> labels) {
    return known.stream().filter(slave -> slave.labels().containsAll(Set.copyOf(labels))).toList();
  }

  static SlaveView one(ServerOption server, String name) {
    return named(server.slaves().all().orThrow(), List.of(name)).getFirst();
  }

  private static List<SlaveView> named(List<SlaveView> known, List<String> names) {
    var found = new ArrayList<SlaveView>();
    var missing = new ArrayList<String>();
    for (var name : names) {
      known.stream()
          .filter(slave -> slave.name().equals(name) || slave.id().equals(name))
          .findFirst()
          .ifPresentOrElse(found::add, () -> missing.add(name));
    }
    if (!missing.isEmpty()) {
      throw new CommandFailed(
          "There is no slave %s. `crowdbench slaves` lists all there are."
              .formatted(String.join(", ", missing)));
    }
    return found;
  }
}
