package io.crowdbench.cli;

import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `crowdbench slaves`: the machines that carry load.
@Command(
    name = "slaves",
    description =
        "Lists the machines that carry load; adds, deploys, checks, stops and removes them.",
    synopsisSubcommandLabel = "[COMMAND]")
final class SlavesCommand implements Runnable {

  private static final Duration DEPLOY_TIMEOUT = Duration.ofMinutes(5);

  /// Stages in which nothing is under way.
  private static final Set<SlaveStage> SETTLED =
      EnumSet.of(
          SlaveStage.READY,
          SlaveStage.UNUSABLE,
          SlaveStage.CHECKED,
          SlaveStage.STOPPED,
          SlaveStage.LOST);

  @Mixin private ServerOption server = new ServerOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    var table = new Table("NAME", "ADDRESS", "STAGE", "PROBLEMS");
    for (var slave : server.slaves().all().orThrow()) {
      table.add(
          slave.name(), slave.address(), word(slave.stage()), String.join(" ", slave.problems()));
    }
    table.print(out(), "No slaves yet. Add one: crowdbench slaves add NAME USER@HOST.");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String word(SlaveStage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  @Command(
      name = "add",
      description =
          "Registers a slave. Its password is read from CROWDBENCH_SLAVE_PASSWORD, or asked for.")
  int add(
      @Mixin ServerOption server,
      @Parameters(paramLabel = "NAME", description = "What people call it.") String name,
      @Parameters(paramLabel = "USER@HOST[:PORT]", description = "Its SSH login.") String login,
      @Option(
              names = "--key",
              paramLabel = "FILE",
              description = "Private key to log in with, instead of a password.")
          @Nullable Path key,
      @Option(
              names = "--folder",
              description =
                  "Where the agent is installed; default: .crowdbench in the login's home.")
          @Nullable String folder)
      throws IOException {
    var address = SshLogin.parse(login);
    var registration =
        new SlaveRegistration(
            name,
            address.host(),
            address.port(),
            address.user(),
            key == null ? password(address) : null,
            key == null ? null : Files.readString(key),
            folder);
    var slave = server.slaves().register(registration).orThrow();
    out().println("Added slave " + slave.name() + " at " + slave.address() + ".");
    out().println("Next: crowdbench slaves deploy " + slave.name());
    return 0;
  }

  /// Never from the command line itself, which every user of this machine can read.
  private static String password(SshLogin login) {
    var given = System.getenv("CROWDBENCH_SLAVE_PASSWORD");
    if (given != null) {
      return given;
    }
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new CommandFailed(
          "There is no password for %s@%s. Set CROWDBENCH_SLAVE_PASSWORD, or give a key with --key."
              .formatted(login.user(), login.host()));
    }
    return new String(console.readPassword("Password of %s@%s: ", login.user(), login.host()));
  }

  @Command(
      name = "deploy",
      description = "Checks slaves, installs the agent and starts it, side by side.")
  int deploy(
      @Mixin ServerOption server,
      @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names)
      throws InterruptedException {
    return each(server, names, id -> server.slaves().deploy(id), SlaveStage.READY);
  }

  @Command(
      name = "check",
      description = "Checks slaves, side by side, and changes nothing on them.")
  int check(
      @Mixin ServerOption server,
      @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names)
      throws InterruptedException {
    return each(server, names, id -> server.slaves().check(id), SlaveStage.CHECKED);
  }

  @Command(name = "stop", description = "Stops the agents of slaves.")
  int stop(
      @Mixin ServerOption server,
      @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names)
      throws InterruptedException {
    return each(server, names, id -> server.slaves().stop(id), SlaveStage.STOPPED);
  }

  @Command(name = "remove", description = "Stops the agents of slaves and forgets them.")
  int remove(
      @Mixin ServerOption server,
      @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names) {
    for (var slave : find(server, names)) {
      server.slaves().remove(slave.id()).orThrow();
      out().println("Removed slave " + slave.name() + ".");
    }
    return 0;
  }

  /// Begins something on each, then waits until it has come to an end on all.
  ///
  /// @return 0 if all are as they should be
  private int each(
      ServerOption server,
      List<String> names,
      Function<String, Result<Boolean>> begin,
      SlaveStage goal)
      throws InterruptedException {
    var slaves = find(server, names);
    slaves.forEach(slave -> begin.apply(slave.id()).orThrow());
    var good = true;
    for (var slave : slaves) {
      var ended =
          Polling.until(
              () -> server.slaves().one(slave.id()).orThrow(),
              now -> SETTLED.contains(now.stage()),
              DEPLOY_TIMEOUT,
              "slave " + slave.name());
      out().println(ended.name() + ": " + word(ended.stage()));
      ended.problems().forEach(problem -> out().println("  " + problem));
      good &= ended.stage() == goal || ended.ready() && ended.problems().isEmpty();
    }
    return good ? 0 : 1;
  }

  /// By name or id; all that are not there are named at once.
  private static List<SlaveView> find(ServerOption server, List<String> names) {
    var all = server.slaves().all().orThrow();
    var found = new ArrayList<SlaveView>();
    var missing = new ArrayList<String>();
    for (var name : names) {
      all.stream()
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
