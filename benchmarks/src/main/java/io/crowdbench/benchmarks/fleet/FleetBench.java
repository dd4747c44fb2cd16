package io.crowdbench.benchmarks.fleet;

import io.crowdbench.api.ApiClient;
import io.crowdbench.api.PlansApi;
import io.crowdbench.api.RunsApi;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlavesApi;
import io.crowdbench.benchmarks.machine.Waiting;
import io.crowdbench.benchmarks.services.ServiceProcess;
import io.crowdbench.benchmarks.services.Surroundings;
import io.crowdbench.embedded.SimulatedFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Simulated slaves against a real provisioner-service and run-service, PostgreSQL and broker:
/// registering them, their heartbeats, and the way from the request for a run to its start.
public final class FleetBench {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final int RUNS = 4;

  private final Path home;
  private final Path folder;
  private final Duration measured;

  /// @param measured of heartbeats, after the warm-up
  public FleetBench(Path home, Path folder, Duration measured) {
    this.home = home;
    this.folder = folder;
    this.measured = measured;
  }

  /// Returns the tables.
  public String run(List<Integer> sizes) throws IOException, InterruptedException {
    var starts =
        new StringBuilder(
            """
            | slaves | plan checked and kept | request for a run answered | request to start instant: first run | later runs | CPU of a later run, from the request to the start instant: run-service | PostgreSQL | broker |
            |---|---|---|---|---|---|---|---|
            """);
    var beats =
        new StringBuilder(
            """
            | slaves | a slave registered in | CPU per 1,000 heartbeats, ms: provisioner-service | its PostgreSQL | run-service without a run | its PostgreSQL | run-service with a run | its PostgreSQL |
            |---|---|---|---|---|---|---|---|
            """);
    for (int slaves : sizes) {
      measure(slaves, starts, beats);
    }
    return starts + "\n" + beats;
  }

  private void measure(int slaves, StringBuilder starts, StringBuilder beats)
      throws IOException, InterruptedException {
    var work = Files.createTempDirectory(folder, "fleet-");
    try (var surroundings = new Surroundings(work)) {
      var ids = new ArrayList<String>();
      double registering;
      Cost provisioner;
      try (var service =
          start("provisioner-service", "provisioner.ProvisionerService", surroundings, work)) {
        long began = System.nanoTime();
        var api = new SlavesApi(client(service));
        for (int i = 0; i < slaves; i++) {
          var slave =
              new SlaveRegistration("sim-" + i, "127.0.0.1", 22, "user-" + i, "none", null, null);
          ids.add(api.register(slave).orThrow().id());
        }
        registering = (System.nanoTime() - began) / 1e6 / slaves;
        surroundings.number(
            "with all_ready as (update provisioner.slave set stage = 'READY', epoch = %d returning 1) select count(*) from all_ready"
                .formatted(SimulatedFleet.EPOCH));
        try (var fleet = new SimulatedFleet(surroundings.brokers(), ids)) {
          fleet.start();
          provisioner = heartbeats(fleet, service, surroundings);
        }
      }
      try (var service = start("run-service", "runs.RunService", surroundings, work);
          var fleet = new SimulatedFleet(surroundings.brokers(), ids)) {
        fleet.uploadBundle("shop", List.of("Browse", "Buy"), 100 * slaves);
        fleet.start();
        var without = heartbeats(fleet, service, surroundings);
        starts.append(starts(slaves, ids, service, surroundings));
        var runs = new RunsApi(client(service));
        var with = heartbeats(fleet, service, surroundings);
        runs.stop(runs.latest(1).orThrow().entries().getFirst().id()).orThrow();
        beats.append(
            "| %,d | %.1f ms | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n"
                .formatted(
                    slaves,
                    registering,
                    provisioner.service(),
                    provisioner.postgres(),
                    without.service(),
                    without.postgres(),
                    with.service(),
                    with.postgres()));
      }
    }
  }

  private ServiceProcess start(String module, String program, Surroundings surroundings, Path work)
      throws IOException, InterruptedException {
    return ServiceProcess.start(
        home, module, "io.crowdbench." + program, surroundings, work, List.of());
  }

  private static ApiClient client(ServiceProcess service) {
    return new ApiClient("the service", service.address(), PATIENCE);
  }

  /// Per 1,000 heartbeats, all that the service does besides included.
  private Cost heartbeats(SimulatedFleet fleet, ServiceProcess service, Surroundings surroundings)
      throws IOException, InterruptedException {
    Waiting.sleep(WARM_UP);
    var before = Cost.of(service, surroundings);
    long beats = fleet.beats();
    Waiting.sleep(measured);
    var taken = Cost.of(service, surroundings).minus(before);
    return taken.times(1_000.0 / (fleet.beats() - beats));
  }

  /// The last run goes on.
  private String starts(
      int slaves, List<String> ids, ServiceProcess service, Surroundings surroundings)
      throws IOException, InterruptedException {
    var plans = new PlansApi(client(service));
    var runs = new RunsApi(client(service));
    var kept = new ArrayList<Long>();
    var answered = new ArrayList<Long>();
    var started = new ArrayList<Long>();
    var costs = new ArrayList<Cost>();
    for (int i = 0; i < RUNS; i++) {
      long began = System.nanoTime();
      var plan = plans.create(plan(ids)).orThrow().id();
      kept.add((System.nanoTime() - began) / 1_000_000);
      var before = Cost.of(service, surroundings);
      var asked = Instant.now();
      began = System.nanoTime();
      var run = plans.start(plan).orThrow().id();
      answered.add((System.nanoTime() - began) / 1_000_000);
      if (!Waiting.until(
          PATIENCE, () -> runs.latest(1).orThrow().entries().getFirst().startAt() != null)) {
        throw new IOException("the run did not start: " + runs.one(run).orThrow().reason());
      }
      var start = Objects.requireNonNull(runs.one(run).orThrow().startAt());
      // This machine's clock is the broker's.
      started.add(Duration.between(asked, start).toMillis());
      Waiting.sleep(Duration.between(Instant.now(), start));
      costs.add(Cost.of(service, surroundings).minus(before));
      if (i < RUNS - 1) {
        runs.stop(run).orThrow();
        Waiting.until(PATIENCE, () -> runs.one(run).orThrow().state().ended());
      }
    }
    var later = costs.stream().skip(1).toList();
    return "| %,d | %s | %s | %s | **%s** | %.1f s | %.1f s | %.1f s |%n"
        .formatted(
            slaves,
            seconds(median(kept)),
            seconds(median(answered)),
            seconds(started.getFirst()),
            seconds(median(started.subList(1, RUNS))),
            later.stream().mapToDouble(Cost::service).average().orElse(0) / 1_000,
            later.stream().mapToDouble(Cost::postgres).average().orElse(0) / 1_000,
            later.stream().mapToDouble(Cost::broker).average().orElse(0) / 1_000);
  }

  private static Map<String, Object> plan(List<String> slaves) {
    return Map.of(
        "name", "fleet",
        "bundle", "shop",
        "target", "http://127.0.0.1:1",
        "slaves", slaves,
        "steps",
            List.of(
                Map.of(
                    "seconds",
                    3_600,
                    "users",
                    Map.of("Browse", 50 * slaves.size(), "Buy", 10 * slaves.size()))));
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String seconds(long millis) {
    return "%.2f s".formatted(millis / 1e3);
  }
}
