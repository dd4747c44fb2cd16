package io.crowdbench.localstack.demo;

import io.crowdbench.api.ResultsApi;
import io.crowdbench.api.RunView;
import io.crowdbench.cli.SummaryTable;
import io.crowdbench.messages.run.RunState;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/// The main job from end to end: slaves, actions, plan, run, results, and three counts compared.
public final class Demo {

  private static final Duration RESULTS_TIMEOUT = Duration.ofSeconds(30);

  private final DemoSettings settings;
  private final PrintWriter out;
  private final ServerApis apis;

  public Demo(DemoSettings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
    this.apis = ServerApis.at(settings.url());
  }

  /// What is going to happen, before anything does.
  ///
  /// @param seconds how long each of the three steps lasts
  public static String opening(int seconds) {
    return """
    This demo loads a small shop on this machine with a crowd from two slaves, in three steps of %d seconds.
    It starts Crowdbench, deploys the agent to the slaves over SSH, uploads examples/shop, plans and starts a run,
    shows it second by second, and at the end compares three counts of the same requests. That takes about %d seconds.
    """
        .formatted(seconds, 3 * seconds + 30);
  }

  /// Does it, printing what it does.
  ///
  /// @return true if the run completed and the counts agree
  public boolean run() throws IOException, InterruptedException {
    var plan = DemoPlan.make(settings, out);
    print("\nThe plan:\n" + plan.description().indent(2).stripTrailing() + "\n");
    var site = new SiteCounter(settings.site());
    var before = site.requests();
    try (var live = new LiveTable(settings.kafka(), settings.slaves().size(), out)) {
      live.listen();
      var run = plan.start();
      print("Watch it at " + page(run));
      print("The slaves get the actions and start their runners; the first second follows.\n");
      live.follow(run, Duration.ofSeconds(settings.seconds() * 3L + 120));
      return conclude(run, site, before);
    }
  }

  private boolean conclude(String id, SiteCounter site, long before) throws InterruptedException {
    var run = ended(id);
    print("\nThe run has ended: " + run.reason());
    new SummaryTable(out)
        .print(
            apis.results().summary(id, ResultsApi.ALL_SLAVES).orThrow(),
            apis.results().errors(id).orThrow());
    var counts = CountComparison.of(apis.results(), run, site.requests() - before);
    print(counts.text());
    print("See it all at " + page(id));
    return run.state() == RunState.COMPLETED && counts.agree();
  }

  /// The run once it has ended and all its results have come.
  private RunView ended(String id) throws InterruptedException {
    var run =
        Waiting.until(
            each -> each.state().ended(),
            Duration.ofMinutes(3),
            "the run to end",
            () -> apis.runs().one(id).orThrow());
    var _ =
        Waiting.until(
            complete -> complete,
            RESULTS_TIMEOUT,
            "all results",
            () -> apis.results().completeness(id).orThrow().ended());
    return run;
  }

  private String page(String run) {
    return settings.pages() + "/runs/" + run;
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
