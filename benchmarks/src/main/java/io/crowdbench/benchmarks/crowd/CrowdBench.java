package io.crowdbench.benchmarks.crowd;

import io.crowdbench.benchmarks.generator.Crowdbench;
import io.crowdbench.benchmarks.machine.Usage;
import io.crowdbench.benchmarks.machine.Waiting;
import io.crowdbench.benchmarks.site.Nginx;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.agent.RunShare.UserRamp;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.SampleBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Users who look at a page and think for 10 to 30 seconds: what memory each takes, and whether
/// very many are carried.
public final class CrowdBench {

  /// Looked at when all have come and thought.
  private static final Duration STEADY = Duration.ofSeconds(10);

  private final Nginx site;
  private final Path folder;

  public CrowdBench(Nginx site, Path folder) {
    this.site = site;
    this.folder = folder;
  }

  /// @return in Markdown
  public String run(Crowdbench generator) throws IOException, InterruptedException {
    var text = new StringBuilder();
    text.append(
        "| users | action | resident MB | above one with a single user | requests/s | of a core | failed | not sent |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    var idle = measure(generator, "Idle", 1, Duration.ofSeconds(20));
    var thinking = measure(generator, "Idle", 10_000, Duration.ofSeconds(20));
    var visiting = measure(generator, "Passing", 100_000, Duration.ofSeconds(60));
    text.append(row("1", "thinks, keeps its connection", idle, idle));
    text.append(row("10,000", "thinks, keeps its connection", thinking, idle));
    text.append(row("100,000", "thinks, without a connection", visiting, idle));
    return text.toString();
  }

  private static String row(String users, String action, Seen seen, Seen idle) {
    return "| %s | %s | %,.0f | %+,.0f | %,.0f | %.0f %% | %,d | %,d |%n"
        .formatted(
            users,
            action,
            seen.megabytes,
            seen.megabytes - idle.megabytes,
            seen.perSecond,
            seen.busy * 100,
            seen.failed,
            seen.incomplete);
  }

  /// @param megabytes resident in the steady state
  /// @param perSecond passed operations in the last ten seconds
  /// @param busy how many cores it kept busy in them
  private record Seen(
      double megabytes, double perSecond, double busy, long failed, long incomplete) {}

  /// @param ramp how long it takes for all of them to come
  private Seen measure(Crowdbench generator, String action, int users, Duration ramp)
      throws IOException, InterruptedException {
    var work = Files.createTempDirectory(folder, "crowd-");
    // All have thought at least once by then.
    var time = ramp.plusSeconds(50);
    var every = (double) ramp.toMillis() / users;
    var step =
        new ShareStep(
            time.toMillis(),
            Map.of(action, users),
            ramp.toMillis(),
            Map.of(action, new UserRamp(0, every, every)),
            Map.of(),
            Map.of(),
            false);
    try (var running = generator.start(site.address(), work, users, step, 0)) {
      Waiting.sleep(time.minus(STEADY).minusSeconds(5));
      var before = Usage.of(running.process());
      Waiting.sleep(STEADY);
      var usage = Usage.of(running.process());
      var batches = running.batches();
      var last = time.toSeconds() - 5;
      var steady =
          batches.stream()
              .filter(it -> it.second() >= last - STEADY.toSeconds() && it.second() < last)
              .toList();
      var seen =
          new Seen(
              usage.residentBytes() / 1e6,
              count(steady, Outcome.PASSED) / (double) STEADY.toSeconds(),
              (double) usage.cpu().minus(before.cpu()).toNanos() / STEADY.toNanos(),
              count(batches, Outcome.FAILED),
              count(batches, Outcome.INCOMPLETE));
      System.out.printf("  %,d users: %s%n", users, seen);
      return seen;
    }
  }

  private static long count(List<SampleBatch> batches, Outcome outcome) {
    return batches.stream()
        .flatMap(batch -> batch.series().stream())
        .filter(series -> series.kind() == Kind.OPERATION && series.outcome() == outcome)
        .mapToLong(series -> series.count())
        .sum();
  }
}
