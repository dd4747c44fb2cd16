package io.crowdbench.benchmarks.scale;

import io.crowdbench.benchmarks.machine.Usage;
import io.crowdbench.benchmarks.services.Surroundings;
import io.crowdbench.benchmarks.streams.StreamsPrototype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The same simulated slaves as in [ScaleBench] against the prototype that merges with Kafka
/// Streams. It answers no questions and writes nothing to PostgreSQL, which would come on top.
public final class StreamsBench {

  private static final int WARM_UP = 20;

  private final Path folder;
  private final int seconds;

  /// @param seconds measured, after the warm-up
  public StreamsBench(Path folder, int seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  /// Returns the table.
  public String run(List<Integer> sizes) throws IOException, InterruptedException {
    var text =
        new StringBuilder(
            """
            | slaves | CPU per slave-second, ms: Kafka Streams | broker | sample to result: p50 | p99 | bytes per slave-second: RocksDB | broker's logs |
            |---|---|---|---|---|---|---|
            """);
    for (int slaves : sizes) {
      text.append(measure(slaves)).append('\n');
    }
    return text.toString();
  }

  private String measure(int slaves) throws IOException, InterruptedException {
    var work = Files.createTempDirectory(folder, "streams-");
    var run = UUID.randomUUID().toString();
    try (var surroundings = new Surroundings(work);
        var streams = StreamsPrototype.start(surroundings.brokers(), work.resolve("state"));
        var arrivals = new Arrivals(surroundings.brokers(), run, slaves)) {
      long start = System.currentTimeMillis() + 8_000;
      int all = WARM_UP + seconds;
      var sender = SimulatedSlaves.start(surroundings.brokers(), run, slaves, start, all);
      arrivals.watch(WARM_UP - 1, start + (WARM_UP + 60) * 1_000L);
      double streamsBefore = millis(streams.handle());
      double brokerBefore = millis(surroundings.broker());
      arrivals.watch(all - 1, start + (all + 120) * 1_000L);
      double streamsTaken = millis(streams.handle()) - streamsBefore;
      double brokerTaken = millis(surroundings.broker()) - brokerBefore;
      sender.waitFor();
      var lags = arrivals.lags(start, WARM_UP);
      double slaveSeconds = (double) slaves * seconds;
      double sent = (double) slaves * all;
      return "| %,d | **%.3f** | %.3f | %s | %s | %,.0f | %,.0f |"
          .formatted(
              slaves,
              streamsTaken / slaveSeconds,
              brokerTaken / slaveSeconds,
              ScaleBench.percentile(lags, 50),
              ScaleBench.percentile(lags, 99),
              bytes(work.resolve("state")) / sent,
              bytes(work.resolve("kafka")) / sent);
    }
  }

  private static double millis(ProcessHandle process) {
    return Usage.of(process).cpu().toMillis();
  }

  private static long bytes(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      // Kafka makes index files larger than what is in them.
      return files
          .filter(file -> !file.toString().endsWith("index"))
          .filter(Files::isRegularFile)
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
