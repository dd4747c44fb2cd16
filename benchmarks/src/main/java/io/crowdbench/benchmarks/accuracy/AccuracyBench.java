package io.crowdbench.benchmarks.accuracy;

import io.crowdbench.benchmarks.generator.Crowdbench;
import io.crowdbench.benchmarks.generator.Generator;
import io.crowdbench.benchmarks.generator.Load;
import io.crowdbench.benchmarks.generator.Percentiles;
import io.crowdbench.benchmarks.generator.Wrk;
import io.crowdbench.benchmarks.machine.BareThread;
import io.crowdbench.benchmarks.site.Law;
import io.crowdbench.benchmarks.site.LawSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What each generator says of a site whose latencies are known, and of one that stalls.
public final class AccuracyBench {

  private static final int USERS = 20;
  private static final int PER_SECOND = 500;
  private static final Duration STALL = Duration.ofSeconds(1);

  private final Path folder;
  private final Duration warmUp;
  private final Duration time;

  /// @param warmUp what does not count, but with Gatling and wrk, which cannot leave it out
  /// @param time how long each generator has then
  public AccuracyBench(Path folder, Duration warmUp, Duration time) {
    this.folder = folder;
    this.warmUp = warmUp;
    this.time = time;
  }

  /// Closed model against the law: 2 ms, and an exponential distribution of mean 3 ms on top.
  ///
  /// @param rounds how many turns each generator has, of which the quietest counts
  public AccuracyTable law(List<Generator> generators, int rounds)
      throws IOException, InterruptedException {
    var law = new Law(Duration.ofMillis(2), Duration.ofMillis(3));
    var table =
        new AccuracyTable(
            "%d users ask a site whose latency is 2 ms and an exponential distribution of mean 3 ms"
                .formatted(USERS),
            new Percentiles(
                0, law.quantile(0.5), law.quantile(0.9), law.quantile(0.99), law.quantile(0.999)));
    for (int round = 1; round <= rounds; round++) {
      for (var generator : generators) {
        try (var turn = table.turn();
            var site = LawSite.start(law, Duration.ZERO, Duration.ZERO)) {
          var load = new Load.Closed(site.address(), USERS, warmUp, time);
          addGenerator(table, turn, generator, load);
          addSite(table, turn, generator, site);
        }
      }
    }
    return table;
  }

  /// Open model against a site that always takes 5 ms, but for one second in which it answers
  /// nothing.
  ///
  /// Those who arrive in that second wait for what is left of it: evenly from 1 s to nothing. They
  /// are the slowest part of all, so any higher percentile follows from their share.
  public AccuracyTable stall(List<Generator> generators, int rounds)
      throws IOException, InterruptedException {
    var law = new Law(Duration.ofMillis(5), Duration.ZERO);
    var table =
        new AccuracyTable(
            "%d arrivals per second at a site that takes 5 ms and once stalls for 1 s"
                .formatted(PER_SECOND),
            new Percentiles(0, 5, stalled(0.9), stalled(0.99), stalled(0.999)));
    for (int round = 1; round <= rounds; round++) {
      addBareThread(table);
      for (var generator : generators) {
        if (generator instanceof Wrk) {
          table.leaveOut(generator.name(), "has no open model");
          continue;
        }
        try (var turn = table.turn();
            var site = LawSite.start(law, warmUp.plus(time.dividedBy(2)), STALL)) {
          var load = new Load.Open(site.address(), PER_SECOND, warmUp, time);
          addGenerator(table, turn, generator, load);
        }
      }
    }
    return table;
  }

  private void addBareThread(AccuracyTable table) throws IOException, InterruptedException {
    // The slowest are those hit by the stall: the rest ends that much sooner.
    var rest = 1 - hit();
    try (var turn = table.turn()) {
      var late = BareThread.late(PER_SECOND, 50 / rest, 90 / rest);
      turn.add(
          "*the truth, by a thread that only sleeps until each is due*",
          new Percentiles(0, 5 + late[0], stalled(0.9) + late[1], stalled(0.99), stalled(0.999)));
    }
  }

  /// The true percentile with the stall, in milliseconds.
  private double stalled(double part) {
    return 5 + Math.max(0, STALL.toMillis() * (1 - (1 - part) / hit()));
  }

  private double hit() {
    return (double) STALL.toMillis() / time.toMillis();
  }

  private void addGenerator(
      AccuracyTable table, AccuracyTable.Turn turn, Generator generator, Load load)
      throws InterruptedException {
    try {
      var work = Files.createTempDirectory(folder, generator.name() + "-");
      if (generator instanceof Crowdbench ours) {
        addOurs(turn, ours, load, work);
        return;
      }
      try (var running = generator.start(load, work)) {
        var said = running.result();
        tell(generator.name(), said.map(Percentiles::toString).orElse("said nothing"));
        said.ifPresentOrElse(
            it -> turn.add(generator.name(), it),
            () -> table.leaveOut(generator.name(), "said nothing; see " + work));
      }
    } catch (IOException e) {
      table.leaveOut(generator.name(), String.valueOf(e.getMessage()));
    }
  }

  /// By the site's own clock: what is more than that came between it and the generator, or within
  /// the generator.
  private static void addSite(
      AccuracyTable table, AccuracyTable.Turn turn, Generator generator, LawSite site) {
    var name = "*the site before " + generator.name() + "*";
    try {
      turn.add(name, site.took());
    } catch (IOException e) {
      table.leaveOut(name, String.valueOf(e.getMessage()));
    }
  }

  private static void addOurs(AccuracyTable.Turn turn, Crowdbench ours, Load load, Path work)
      throws IOException, InterruptedException {
    try (var running = ours.start(load, work)) {
      var figures = running.figures();
      var name = ours.name() + (load instanceof Load.Open ? ", service time" : "");
      tell(name, figures.service().toString());
      turn.add(name, figures.service());
      figures
          .intended()
          .ifPresent(it -> {
            tell(ours.name() + ", intended time", it.toString());
            turn.add(ours.name() + ", intended time", it);
          });
    }
  }

  private static void tell(String name, String said) {
    System.out.printf("  %-10s %s%n", name, said);
  }
}
