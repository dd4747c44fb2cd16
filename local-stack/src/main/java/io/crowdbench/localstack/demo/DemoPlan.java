package io.crowdbench.localstack.demo;

import io.crowdbench.api.BundleView;
import io.crowdbench.api.PlanView;
import io.crowdbench.api.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The demo's plan, kept by run-service, with all that it needs: slaves that are ready and a
/// bundle.
public final class DemoPlan {

  /// For what was registered and uploaded a moment ago to be known to run-service.
  private static final Duration KNOWN_TIMEOUT = Duration.ofSeconds(15);

  private final DemoSettings settings;
  private final PrintWriter out;
  private final ServerApis apis;
  private final PlanView plan;

  private DemoPlan(DemoSettings settings, PrintWriter out)
      throws IOException, InterruptedException {
    this.settings = settings;
    this.out = out;
    this.apis = ServerApis.at(settings.url());
    new SlaveSetUp(apis.slaves(), out).makeReady(settings.slaves());
    this.plan = plan(upload());
  }

  /// Makes slaves ready, uploads the actions and has the plan checked and kept, printing what it
  /// does.
  public static DemoPlan make(DemoSettings settings, PrintWriter out)
      throws IOException, InterruptedException {
    return new DemoPlan(settings, out);
  }

  String description() {
    return plan.words();
  }

  /// Starts a run of it.
  ///
  /// @return the run's id
  public String start() {
    return apis.plans().start(plan.id()).orThrow().id();
  }

  private BundleView upload() throws IOException {
    var shop = settings.examples().resolve("shop");
    try (Stream<Path> sources = Files.list(shop.resolve("src/main/java/shop"))) {
      var files = Stream.concat(sources.sorted(), Stream.of(shop.resolve("users.txt"))).toList();
      var bundle = apis.bundles().upload("shop", files).orThrow();
      out.printf(
          Locale.ROOT,
          "Uploaded examples/shop: actions %s, %,d user ids, bundle %.12s%n",
          String.join(", ", bundle.actions()),
          bundle.userIds(),
          bundle.hash());
      out.flush();
      return bundle;
    }
  }

  /// Three steps that add and take out users of both actions.
  private PlanView plan(BundleView bundle) throws InterruptedException {
    var content =
        Map.of(
            "name", "Shop demo",
            "bundle", bundle.hash(),
            "target", settings.site(),
            "slaves", settings.slaves().stream().map(SlaveAddress::name).toList(),
            "steps",
                List.of(
                    step(Map.of("Browse", 24, "Buy", 8)),
                    step(Map.of("Browse", 10, "Buy", 10)),
                    step(Map.of("Browse", -22, "Buy", -12))));
    return Waiting.until(
            result -> !isNotKnownYet(result),
            KNOWN_TIMEOUT,
            "run-service to know the slaves and the bundle",
            () -> apis.plans().create(content))
        .orThrow();
  }

  private static boolean isNotKnownYet(Result<PlanView> result) {
    return result instanceof Result.Failed<PlanView>(_, var problems)
        && problems.stream().anyMatch(problem -> problem.contains("There is no"));
  }

  private Map<String, Object> step(Map<String, Integer> users) {
    return Map.of("seconds", settings.seconds(), "change", users);
  }
}
