package io.crowdbench.benchmarks.speed;

import io.crowdbench.benchmarks.generator.Generator;
import io.crowdbench.benchmarks.generator.Load;
import io.crowdbench.benchmarks.machine.Usage;
import io.crowdbench.benchmarks.machine.Waiting;
import io.crowdbench.benchmarks.site.BenchPage;
import io.crowdbench.benchmarks.site.Nginx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The same keep-alive GET from one generator after the other, round by round, so that whatever
/// else the machine does meets them all.
public final class SpeedBench {

  private static final Duration START = Duration.ofSeconds(30);

  private final Nginx site;
  private final Path folder;
  private final Duration warmUp;
  private final Duration measured;

  /// @param folder for what the generators write
  /// @param warmUp until a JVM has compiled what is hot
  public SpeedBench(Nginx site, Path folder, Duration warmUp, Duration measured) {
    this.site = site;
    this.folder = folder;
    this.warmUp = warmUp;
    this.measured = measured;
  }

  /// What is asked for, and how many requests make one of it.
  private record Asked(String unit, int requests, Load load) {}

  /// @param rounds how many times each generator has its turn
  public SpeedTable run(List<Generator> generators, int users, int rounds)
      throws InterruptedException {
    var load = new Load.Closed(site.address(), users, warmUp, measured.plus(START));
    return run(generators, users, rounds, new Asked("request", 1, load));
  }

  /// The same for a page with all it embeds.
  public SpeedTable visits(List<Generator> generators, int users, int rounds)
      throws InterruptedException {
    var load = new Load.Pages(site.page(), users, warmUp, measured.plus(START));
    return run(generators, users, rounds, new Asked("visit", 1 + BenchPage.RESOURCES, load));
  }

  private SpeedTable run(List<Generator> generators, int users, int rounds, Asked asked)
      throws InterruptedException {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    Map<String, String> failures = new LinkedHashMap<>();
    generators.forEach(generator -> costs.put(generator.name(), new ArrayList<>()));
    for (int round = 1; round <= rounds; round++) {
      for (var generator : generators) {
        if (failures.containsKey(generator.name())) {
          continue;
        }
        try {
          var cost = measure(generator, asked);
          costs.computeIfAbsent(generator.name(), _ -> new ArrayList<>()).add(cost);
          System.out.printf(
              "  %,d users, round %d of %d: %-10s %6.1f CPU s per million, %,8.0f per second, %,6.0f MB%n",
              users,
              round,
              rounds,
              generator.name(),
              cost.cpuSecondsPerMillion(),
              cost.perSecond(),
              cost.residentMegabytes());
        } catch (IOException e) {
          failures.put(generator.name(), String.valueOf(e.getMessage()));
          System.out.printf("  %,d users: %s: %s%n", users, generator.name(), e.getMessage());
        }
      }
    }
    return new SpeedTable(users, asked.unit(), costs, failures);
  }

  /// Generators take seconds to start, and that is not their users' concern.
  private void awaitFirst(long before) throws InterruptedException {
    var _ = Waiting.until(START, () -> site.requestsOr(before) > before + 100);
  }

  private Cost measure(Generator generator, Asked asked) throws IOException, InterruptedException {
    var work = Files.createTempDirectory(folder, generator.name() + "-");
    try (var running = generator.start(asked.load(), work)) {
      awaitFirst(site.requests());
      Waiting.sleep(warmUp);
      var cpuBefore = Usage.of(running.process()).cpu();
      var requestsBefore = site.requests();
      var start = System.nanoTime();
      Waiting.sleep(measured);
      var after = Usage.of(running.process());
      var requests = site.requests() - requestsBefore;
      var seconds = (System.nanoTime() - start) / 1e9;
      if (requests < 1_000 || !running.process().isAlive()) {
        throw new IOException("sent " + requests + " requests only; see " + work);
      }
      var cpu = after.cpu().minus(cpuBefore).toNanos() / 1e9;
      double done = (double) requests / asked.requests();
      return new Cost(cpu / done * 1e6, done / seconds, after.residentBytes() / 1e6);
    }
  }
}
