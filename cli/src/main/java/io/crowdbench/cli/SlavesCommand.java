package io.crowdbench.cli;

import io.crowdbench.messages.provisioning.SlaveStage;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `crowdbench slaves`: the machines that carry load.
@Command(
    name = "slaves",
    description =
        "Lists the machines that carry load; defines, checks, installs, stops and removes them.",
    subcommands = {
      SlaveAddCommand.class,
      SlaveImportCommand.class,
      SlaveEditCommand.class,
      SlaveAcceptKeyCommand.class
    },
    synopsisSubcommandLabel = "[COMMAND]")
final class SlavesCommand implements Runnable {

  @Mixin private ServerOption server = new ServerOption();

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "Only those with the label; given more than once, with all of them.")
  private List<String> labels = List.of();

  @Option(names = "--json", description = "As JSON, with all that is known of them.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    list(server, labels, json);
  }

  @Command(name = "list", description = "Lists the slaves, as no command does.")
  int list(
      @Mixin ServerOption server,
      @Option(
              names = "--label",
              paramLabel = "LABEL",
              description = "Only those with the label; given more than once, with all of them.")
          List<String> labels,
      @Option(names = "--json", description = "As JSON, with all that is known of them.")
          boolean json) {
    var all = server.slaves().all().orThrow();
    var slaves = labels == null ? all : SlaveSelection.with(all, labels);
    if (json) {
      out()
          .println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(slaves));
      out().flush();
      return 0;
    }
    var table = new Table("NAME", "ADDRESS", "LABELS", "STAGE", "PROBLEMS");
    for (var slave : slaves) {
      table.add(
          slave.name(),
          slave.address(),
          String.join(",", slave.labels()),
          SlaveJobs.word(slave.stage()),
          String.join(" ", slave.problems()));
    }
    table.print(
        out(),
        all.isEmpty()
            ? "No slaves yet. Add one: crowdbench slaves add NAME USER@HOST."
            : "No slave has all these labels.");
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Command(
      name = "export",
      description = "Writes all slaves as YAML, without passwords and keys; `import` reads it.")
  int export(@Mixin ServerOption server) {
    out().print(server.slaves().export().orThrow());
    out().flush();
    return 0;
  }

  @Command(
      name = "install",
      aliases = "deploy",
      description =
          "Checks slaves, copies what is missing there, and starts the agent, side by side.")
  int install(@Mixin ServerOption server, @Mixin SlaveSelection selection)
      throws InterruptedException {
    return jobs(server)
        .run(selection.find(server), id -> server.slaves().deploy(id), SlaveStage.READY);
  }

  @Command(
      name = "start",
      description = "Starts the agents of slaves; what is missing there is installed first.")
  int start(@Mixin ServerOption server, @Mixin SlaveSelection selection)
      throws InterruptedException {
    return install(server, selection);
  }

  @Command(
      name = "check",
      description = "Checks slaves, side by side, and changes nothing on them.")
  int check(@Mixin ServerOption server, @Mixin SlaveSelection selection)
      throws InterruptedException {
    return new SlaveJobs(server, out(), CheckLines::print)
        .run(selection.find(server), id -> server.slaves().check(id), SlaveStage.CHECKED);
  }

  @Command(name = "stop", description = "Stops the agents of slaves.")
  int stop(@Mixin ServerOption server, @Mixin SlaveSelection selection)
      throws InterruptedException {
    return jobs(server)
        .run(selection.find(server), id -> server.slaves().stop(id), SlaveStage.STOPPED);
  }

  @Command(
      name = "logs",
      description = "Shows the end of the log of a slave's agent, or of the runner of a run.")
  int logs(
      @Mixin ServerOption server,
      @Parameters(paramLabel = "NAME", description = "Its name or id.") String name,
      @Option(names = "--run", paramLabel = "RUN", defaultValue = "", description = "A run's id.")
          String run,
      @Option(
              names = {"-n", "--lines"},
              paramLabel = "LINES",
              defaultValue = "200",
              description = "How many lines at most; default: ${DEFAULT-VALUE}, at most 5,000.")
          int lines) {
    var slave = SlaveSelection.one(server, name);
    out().print(server.slaves().log(slave.id(), run, lines).orThrow());
    out().flush();
    return 0;
  }

  @Command(
      name = "uninstall",
      description = "Stops the agents of slaves, and deletes what Crowdbench has put there.")
  int uninstall(@Mixin ServerOption server, @Mixin SlaveSelection selection)
      throws InterruptedException {
    return jobs(server)
        .run(selection.find(server), id -> server.slaves().uninstall(id), SlaveStage.REGISTERED);
  }

  @Command(name = "remove", description = "Stops the agents of slaves and forgets them.")
  int remove(@Mixin ServerOption server, @Mixin SlaveSelection selection) {
    for (var slave : selection.find(server)) {
      server.slaves().remove(slave.id()).orThrow();
      out().println("Removed slave " + slave.name() + ".");
    }
    return 0;
  }

  private SlaveJobs jobs(ServerOption server) {
    return new SlaveJobs(server, out());
  }
}
