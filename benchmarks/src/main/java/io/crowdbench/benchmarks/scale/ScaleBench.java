package io.crowdbench.benchmarks.scale;

import io.crowdbench.benchmarks.machine.Usage;
import io.crowdbench.benchmarks.machine.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Simulated slaves against a real results-service, PostgreSQL and broker.
public final class ScaleBench {

  private static final int WARM_UP = 20;

  private final Path home;
  private final Path folder;
  private final int seconds;

  /// @param seconds measured, after the warm-up
  public ScaleBench(Path home, Path folder, int seconds) {
    this.home = home;
    this.folder = folder;
    this.seconds = seconds;
  }

  /// Returns the table.
  public String run(List<Integer> sizes) throws IOException, InterruptedException {
    var text =
        new StringBuilder(
            """
            | slaves | CPU per slave-second, ms: results-service | PostgreSQL | both | broker | sample to result: p50 | p99 | messages per second of the run | bytes stored per slave-second | heap after collections, MB: first half | second half |
            |---|---|---|---|---|---|---|---|---|---|---|
            """);
    for (int slaves : sizes) {
      text.append(measure(slaves)).append('\n');
    }
    return text.toString();
  }

  private String measure(int slaves) throws IOException, InterruptedException {
    var work = Files.createTempDirectory(folder, "scale-");
    var run = UUID.randomUUID().toString();
    try (var services = new Services(home, work);
        var arrivals = new Arrivals(services.brokers(), run, slaves)) {
      long stored = services.storedBytes();
      long start = System.currentTimeMillis() + 5_000;
      int all = WARM_UP + seconds;
      var sender = SimulatedSlaves.start(services.brokers(), run, slaves, start, all);
      arrivals.watch(WARM_UP - 1, start + (WARM_UP + 60) * 1_000L);
      var before = Cpu.of(services);
      int heapsBefore = services.heaps().size();
      arrivals.watch(all - 1, start + (all + 120) * 1_000L);
      var taken = Cpu.of(services).minus(before);
      sender.waitFor();
      var heaps = services.heaps();
      // What is folded once a run has gone on is stored, too.
      Waiting.sleep(Duration.ofSeconds(15));
      var lags = arrivals.lags(start, WARM_UP);
      double slaveSeconds = (double) slaves * seconds;
      return "| %,d | %.3f | %.3f | **%.3f** | %.3f | %s | %s | %.1f | %,.0f | %s | %s |"
          .formatted(
              slaves,
              taken.results() / slaveSeconds,
              taken.postgres() / slaveSeconds,
              (taken.results() + taken.postgres()) / slaveSeconds,
              taken.broker() / slaveSeconds,
              percentile(lags, 50),
              percentile(lags, 99),
              arrivals.messages(),
              (services.storedBytes() - stored) / ((double) slaves * all),
              mean(heaps.subList(heapsBefore, (heapsBefore + heaps.size()) / 2)),
              mean(heaps.subList((heapsBefore + heaps.size()) / 2, heaps.size())));
    }
  }

  static String percentile(List<Long> lags, int percent) {
    return lags.isEmpty()
        ? "none came"
        : "%,d ms".formatted(lags.get((lags.size() - 1) * percent / 100));
  }

  private static String mean(List<Integer> megabytes) {
    return megabytes.isEmpty()
        ? "-"
        : "%.0f".formatted(megabytes.stream().mapToInt(Integer::intValue).average().orElse(0));
  }

  /// CPU time so far, in milliseconds.
  private record Cpu(double results, double postgres, double broker) {

    static Cpu of(Services services) throws IOException {
      return new Cpu(
          millis(List.of(services.results())),
          millis(services.postgres()),
          millis(List.of(services.broker())));
    }

    private static double millis(List<ProcessHandle> processes) {
      return processes.stream().mapToLong(it -> Usage.of(it).cpu().toMillis()).sum();
    }

    Cpu minus(Cpu other) {
      return new Cpu(results - other.results, postgres - other.postgres, broker - other.broker);
    }
  }
}
