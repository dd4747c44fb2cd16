package io.crowdbench.cli;

import io.crowdbench.api.PartHealth;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `crowdbench health`: how the parts of a server are; exit code 0 if all are up.
@Command(
    name = "health",
    description = "Says which parts of a server are up; exit code 0 if all are.")
final class HealthCommand implements Callable<Integer> {

  @Mixin private ServerOption server = new ServerOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<PartHealth> parts = server.health().parts().orThrow();
    var out = spec.commandLine().getOut();
    var table = new Table("PART", "STATE");
    parts.forEach(part -> table.add(part.part(), part.up() ? "up" : "away"));
    table.print(out, "");
    for (var part : parts) {
      if (part.problem() != null) {
        out.println(part.problem());
      }
    }
    out.flush();
    return parts.stream().allMatch(PartHealth::up) ? 0 : 1;
  }
}
