package io.crowdbench.benchmarks.speed;

import io.crowdbench.agent.health.StolenTime;
import io.crowdbench.benchmarks.generator.Crowdbench;
import io.crowdbench.benchmarks.generator.Load;
import io.crowdbench.benchmarks.generator.RunnerProcess;
import io.crowdbench.benchmarks.machine.BareThread;
import io.crowdbench.benchmarks.machine.Usage;
import io.crowdbench.benchmarks.machine.Waiting;
import io.crowdbench.benchmarks.site.Nginx;
import io.crowdbench.messages.sample.SampleBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// The open model at a fifth of what is possible: how late sends are, beside a thread that does
/// nothing else, and what a request costs compared with full speed.
public final class OpenBench {

  private static final int USERS = 100;
  private static final Duration MEASURED = Duration.ofSeconds(10);

  private final Nginx site;
  private final Path folder;
  private final Duration warmUp;

  public OpenBench(Nginx site, Path folder, Duration warmUp) {
    this.site = site;
    this.folder = folder;
    this.warmUp = warmUp;
  }

  /// @return in Markdown
  public String run(Crowdbench generator, int rounds) throws IOException, InterruptedException {
    var text = new StringBuilder();
    text.append(
        "| round | full speed: requests/s | CPU s per million | a fifth: requests/s | CPU s per million | ratio | lateness of sends, p99: median of all seconds | worst second | a bare thread's, p99: before | after | taken by the host |\n");
    text.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (int round = 1; round <= rounds; round++) {
      var time = MEASURED.plusSeconds(5);
      var stealing = new StolenTime();
      var full = measure(generator, new Load.Closed(site.address(), USERS, warmUp, time));
      int rate = (int) (full.cost.perSecond() / 5);
      var before = BareThread.late(rate, 99)[0];
      var fifth = measure(generator, new Load.Open(site.address(), rate, warmUp, time));
      var after = BareThread.late(rate, 99)[0];
      var stolen = Objects.requireNonNullElse(stealing.take(), 0.0);
      text.append(
          "| %d | %,.0f | %.1f | %,.0f | %.1f | **%.2f** | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.2f %% |%n"
              .formatted(
                  round,
                  full.cost.perSecond(),
                  full.cost.cpuSecondsPerMillion(),
                  fifth.cost.perSecond(),
                  fifth.cost.cpuSecondsPerMillion(),
                  fifth.cost.cpuSecondsPerMillion() / full.cost.cpuSecondsPerMillion(),
                  lateness(fifth.batches, 0.5),
                  lateness(fifth.batches, 1),
                  before,
                  after,
                  stolen * 100));
    }
    return text.toString();
  }

  private record Measured(Cost cost, List<SampleBatch> batches) {}

  private Measured measure(Crowdbench generator, Load load)
      throws IOException, InterruptedException {
    var work = Files.createTempDirectory(folder, "open-");
    try (RunnerProcess running = generator.start(load, work)) {
      Waiting.sleep(warmUp);
      var cpuBefore = Usage.of(running.process()).cpu();
      var requestsBefore = site.requests();
      var start = System.nanoTime();
      Waiting.sleep(MEASURED);
      var after = Usage.of(running.process());
      var requests = site.requests() - requestsBefore;
      var seconds = (System.nanoTime() - start) / 1e9;
      var cpu = after.cpu().minus(cpuBefore).toNanos() / 1e9;
      var cost = new Cost(cpu / requests * 1e6, requests / seconds, after.residentBytes() / 1e6);
      return new Measured(cost, running.batches());
    }
  }

  /// Of the measured seconds' p99, in milliseconds.
  private double lateness(List<SampleBatch> batches, double part) {
    var sorted =
        batches.stream()
            .filter(batch -> batch.second() >= warmUp.toSeconds())
            .map(batch -> batch.health().sendLatenessMicros())
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.round((sorted.length - 1) * part)] / 1_000.0;
  }
}
