package io.crowdbench.localstack.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/// The main job from end to end: slaves, actions, plan, run, results, proof.
public final class Demo {

  private final DemoSettings settings;
  private final PrintWriter out;
  private final Api api;

  public Demo(DemoSettings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
    this.api = new Api(settings.url());
  }

  /// Does it, telling what it does.
  ///
  /// @return true if the numbers add up
  public boolean run() throws IOException, InterruptedException {
    var plan = DemoPlan.make(settings, out);
    say("\nThe plan:\n" + plan.words().indent(2).stripTrailing() + "\n");
    var site = new SiteCounter(settings.site());
    var before = site.requests();
    try (var live = new LiveTable(settings.kafka(), settings.slaves().size(), out)) {
      live.listen();
      var run = plan.start();
      say("Watch it at " + page(run) + "\n");
      live.follow(run, Duration.ofSeconds(settings.seconds() * 3L + 120));
      return conclude(run, site, before);
    }
  }

  private boolean conclude(String run, SiteCounter site, long before) throws InterruptedException {
    var ended = new Waiting(api).forEnd(run);
    say("\nThe run has ended: " + ended.path("reason").asString());
    new Summary(api, out).print(run);
    var proof = new Proof(api).of(ended, site.requests() - before);
    say(proof.words());
    say("See it all at " + page(run));
    return ended.path("state").asString().equals("COMPLETED") && proof.holds();
  }

  private String page(String run) {
    return settings.pages() + "/runs/" + run;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
