package io.crowdbench.localstack.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

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
    new SlaveSetUp(api, out).makeReady(settings.slaves());
    var bundle = upload();
    var plan = plan(bundle);
    say("\nThe plan:\n" + plan.path("words").asString().indent(2).stripTrailing() + "\n");
    var site = new SiteCounter(settings.site());
    var before = site.requests();
    try (var live = new LiveTable(settings.kafka(), out)) {
      live.listen();
      var run =
          api.post("/api/plans/" + plan.path("id").asString() + "/runs").path("id").asString();
      say("Watch it at " + settings.url() + "/runs/" + run + "\n");
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
    say("See it all at " + settings.url() + "/runs/" + run);
    var well = ended.path("state").asString().equals("COMPLETED");
    return well && proof.holds();
  }

  private JsonNode upload() throws IOException {
    var shop = settings.examples().resolve("shop");
    try (Stream<Path> sources = Files.list(shop.resolve("src/main/java/shop"))) {
      var files = Stream.concat(sources.sorted(), Stream.of(shop.resolve("users.txt"))).toList();
      var bundle = api.upload("/api/bundles", "shop", files);
      say(
          "Uploaded examples/shop: actions %s, %d user ids, bundle %.12s"
              .formatted(
                  String.join(", ", texts(bundle.path("actions"))),
                  bundle.path("userIds").asInt(),
                  bundle.path("hash").asString()));
      return bundle;
    }
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /// Three steps that add and take out users of both actions.
  private JsonNode plan(JsonNode bundle) throws InterruptedException {
    var steps =
        List.of(
            step(Map.of("Browse", 24, "Buy", 8)),
            step(Map.of("Browse", 10, "Buy", 10)),
            step(Map.of("Browse", -22, "Buy", -12)));
    return new Waiting(api)
        .forKnownBundle(
            Map.of(
                "name", "Shop demo",
                "bundle", bundle.path("hash").asString(),
                "target", settings.site(),
                "slaves", settings.slaves().stream().map(SlaveAddress::name).toList(),
                "steps", steps));
  }

  private Map<String, Object> step(Map<String, Integer> change) {
    return Map.of("seconds", settings.seconds(), "change", change);
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
