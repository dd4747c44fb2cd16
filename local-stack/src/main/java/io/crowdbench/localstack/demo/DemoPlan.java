package io.crowdbench.localstack.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The demo's plan, kept by run-service, with all that it needs: slaves that are ready and a
/// bundle.
public final class DemoPlan {

  private final DemoSettings settings;
  private final PrintWriter out;
  private final Api api;
  private final JsonNode plan;

  private DemoPlan(DemoSettings settings, PrintWriter out)
      throws IOException, InterruptedException {
    this.settings = settings;
    this.out = out;
    this.api = new Api(settings.url());
    new SlaveSetUp(api, out).makeReady(settings.slaves());
    this.plan = plan(upload());
  }

  /// Makes slaves ready, uploads the actions and has the plan checked and kept, telling what it
  /// does.
  public static DemoPlan make(DemoSettings settings, PrintWriter out)
      throws IOException, InterruptedException {
    return new DemoPlan(settings, out);
  }

  String words() {
    return plan.path("words").asString();
  }

  /// Starts a run of it.
  ///
  /// @return the run's id
  public String start() {
    return api.post("/api/plans/" + plan.path("id").asString() + "/runs").path("id").asString();
  }

  private JsonNode upload() throws IOException {
    var shop = settings.examples().resolve("shop");
    try (Stream<Path> sources = Files.list(shop.resolve("src/main/java/shop"))) {
      var files = Stream.concat(sources.sorted(), Stream.of(shop.resolve("users.txt"))).toList();
      var bundle = api.upload("/api/bundles", "shop", files);
      out.printf(
          "Uploaded examples/shop: actions %s, %d user ids, bundle %.12s%n",
          bundle
              .path("actions")
              .valueStream()
              .map(JsonNode::asString)
              .collect(Collectors.joining(", ")),
          bundle.path("userIds").asInt(),
          bundle.path("hash").asString());
      out.flush();
      return bundle;
    }
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
}
