package io.crowdbench.cli;

import io.crowdbench.api.CompletenessView;
import io.crowdbench.api.RunView;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunOutage;
import io.crowdbench.messages.run.RunPlanned;
import io.crowdbench.messages.run.RunScheduled;
import io.crowdbench.messages.run.RunSlaveFinished;
import io.crowdbench.messages.run.RunSlaveLost;
import io.crowdbench.messages.run.RunSlaveStarted;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import io.crowdbench.messages.run.RunStepped;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `crowdbench runs`: starts, watches, stops and sums up.
@Command(
    name = "runs",
    description = "Lists runs; starts, watches, stops and sums them up.",
    synopsisSubcommandLabel = "[COMMAND]")
final class RunsCommand implements Runnable {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int MAX_LOOKS = 40;

  @Mixin private ServerOption server = new ServerOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many of the latest runs to list; default: ${DEFAULT-VALUE}.")
  private int limit;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    var table = new Table("PLAN", "STATE", "CREATED", "SLAVES", "ID");
    var page = server.runs().latest(limit).orThrow();
    for (var run : page.entries().subList(0, Math.min(limit, page.entries().size()))) {
      table.add(
          run.name(), word(run.state()), WHEN.format(run.createdAt()), run.slaves(), run.id());
    }
    table.print(out(), "No runs yet. Start one: crowdbench runs start PLAN");
    if (page.total() > limit) {
      out()
          .printf(
              Locale.ROOT,
              "These are the latest %,d of %,d runs; --limit N shows more.%n",
              limit,
              page.total());
      out().flush();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  static String word(RunState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  @Command(
      name = "start",
      description = "Starts a run of a plan. With --watch, ends when the run does.")
  int start(
      @Mixin ServerOption server,
      @Parameters(paramLabel = "PLAN", description = "Name or id.") String plan,
      @Option(
              names = "--watch",
              description = "Shows the run until its end; exit code 0 if it completed.")
          boolean watch)
      throws InterruptedException {
    var run = server.plans().start(PlansCommand.find(server, plan).id()).orThrow();
    out().println("Run " + run.id());
    out().println("Watch it at " + server.page("/runs/" + run.id()));
    out().flush();
    return watch ? watch(server, run.id()) : 0;
  }

  @Command(name = "watch", description = "Shows a run until its end; exit code 0 if it completed.")
  int watch(@Mixin ServerOption server, @Parameters(paramLabel = "RUN") String run)
      throws InterruptedException {
    var ended = new RunWatch(server, out()).untilEnd(run);
    summarise(server, ended, false);
    return ended.state() == RunState.COMPLETED ? 0 : 1;
  }

  @Command(
      name = "show",
      description = "Shows a run: its plan in words, its state, its slaves and what happened.")
  int show(@Mixin ServerOption server, @Parameters(paramLabel = "RUN") String id) {
    var run = server.runs().one(id).orThrow();
    out().println(run.words());
    out().println();
    out().println(state(run));
    var table = new Table("SLAVE", "STATE", "PROBLEM");
    for (var slave : run.slaves()) {
      table.add(
          slave.name(),
          slave.state().toLowerCase(Locale.ROOT),
          slave.problem() == null ? "" : slave.problem());
    }
    table.print(out(), "");
    out().println();
    history(server, id).print(out(), "");
    return 0;
  }

  /// Everything that people and failures did to it, and each state it came to.
  private static Table history(ServerOption server, String id) {
    var table = new Table("WHEN", "WHAT HAPPENED");
    for (var event : server.runs().events(id).orThrow()) {
      var words =
          switch (event) {
            case RunStateChanged changed -> word(changed.state()) + ": " + changed.reason();
            case RunChanged changed -> changed.words();
            case RunSlaveLost lost -> lost.problem();
            case RunOutage outage -> outage.words();
            case RunPlanned _,
                RunScheduled _,
                RunStepped _,
                RunSlaveStarted _,
                RunSlaveFinished _ ->
                null;
          };
      if (words != null) {
        table.add(WHEN.format(event.at()), words);
      }
    }
    return table;
  }

  @Command(name = "stop", description = "Ends a run early: users finish their current iteration.")
  int stop(@Mixin ServerOption server, @Parameters(paramLabel = "RUN") String run) {
    out().println(state(server.runs().stop(run).orThrow()));
    return 0;
  }

  @Command(
      name = "summary",
      description = "Shows the counts and percentiles of a run, and its errors.")
  int summary(
      @Mixin ServerOption server,
      @Parameters(paramLabel = "RUN") String run,
      @Option(
              names = "--resources",
              description = "Shows each resource of a visit, not all in one line.")
          boolean resources)
      throws InterruptedException {
    var found = server.runs().one(run).orThrow();
    out().println(state(found));
    summarise(server, found, resources);
    return 0;
  }

  private void summarise(ServerOption server, RunView run, boolean resources)
      throws InterruptedException {
    if (run.startAt() != null) {
      var complete = allResults(server, run);
      new SummaryTable(out(), resources)
          .print(
              server.results().summary(run.id(), "*").orThrow(),
              server.results().errors(run.id()).orThrow());
      if (run.state().ended()) {
        complete.problems().forEach(out()::println);
      }
      out().flush();
    }
  }

  /// A run is completed by its runners' word, while its last seconds may still be on their way.
  private static CompletenessView allResults(ServerOption server, RunView run)
      throws InterruptedException {
    var known = server.results().completeness(run.id()).orThrow();
    for (int i = 0; i < MAX_LOOKS && !known.ended() && run.state() == RunState.COMPLETED; i++) {
      Thread.sleep(LOOK_EVERY);
      known = server.results().completeness(run.id()).orThrow();
    }
    return known;
  }

  static String state(RunView run) {
    var reason = run.reason() == null ? "" : ": " + run.reason();
    return "The run is " + word(run.state()) + reason;
  }
}
