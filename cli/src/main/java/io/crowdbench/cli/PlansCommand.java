package io.crowdbench.cli;

import io.crowdbench.api.PlanView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `crowdbench plans`: what runs are made of.
@Command(
    name = "plans",
    description = "Lists plans; creates one from a JSON file, shows one in words.",
    synopsisSubcommandLabel = "[COMMAND]")
final class PlansCommand implements Runnable {

  @Mixin private ServerOption server = new ServerOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    var table = new Table("NAME", "ID");
    for (var plan : server.plans().all().orThrow()) {
      table.add(Objects.requireNonNullElse(plan.name(), ""), plan.id());
    }
    table.print(
        spec.commandLine().getOut(), "No plans yet. Create one: crowdbench plans create FILE");
  }

  @Command(name = "create", description = "Has a plan checked and kept, and shows it in words.")
  int create(@Mixin ServerOption server, @Parameters(paramLabel = "FILE") Path file)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailed("There is no file " + file + ".");
    }
    try {
      show(server.plans().create(JsonMapper.shared().readTree(Files.readString(file))).orThrow());
      return 0;
    } catch (JacksonException e) {
      throw new CommandFailed(
          "%s is not JSON: %s. Correct it; docs/guide/load-models.md shows a plan."
              .formatted(file, e.getOriginalMessage()));
    }
  }

  @Command(name = "show", description = "Shows a plan in words.")
  int show(
      @Mixin ServerOption server,
      @Parameters(paramLabel = "PLAN", description = "Name or id.") String plan) {
    show(find(server, plan));
    return 0;
  }

  private void show(PlanView plan) {
    var out = spec.commandLine().getOut();
    out.println(plan.words());
    out.println("Plan " + plan.id());
  }

  /// By name or id; of several with one name the latest.
  static PlanView find(ServerOption server, String plan) {
    return server.plans().all().orThrow().stream()
        .filter(each -> each.id().equals(plan) || plan.equals(each.name()))
        .reduce((_, later) -> later)
        .orElseThrow(() ->
            new CommandFailed(
                "There is no plan %s. `crowdbench plans` lists all there are.".formatted(plan)));
  }
}
