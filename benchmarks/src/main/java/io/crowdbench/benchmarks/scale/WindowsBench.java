package io.crowdbench.benchmarks.scale;

import io.crowdbench.benchmarks.machine.Cores;
import io.crowdbench.benchmarks.machine.Jvm;
import io.crowdbench.benchmarks.machine.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// How long questions to the results of a long run take, and how much is answered: a run of four
/// hours with ten slaves and twenty series, asked from outside over HTTP.
public final class WindowsBench {

  private static final int SLAVES = 10;
  private static final int SECONDS = 4 * 3_600;
  private static final int REPEATS = 15;

  private static final String NINE =
      String.join(",", IntStream.range(0, 9).mapToObj(SimulatedSlaves::id).toList());

  private static final List<Question> QUESTIONS =
      List.of(
          new Question("summary of the run", "summary"),
          new Question("summary of 9 slaves", "summary?slave=" + NINE),
          new Question(
              "summary of 9 slaves, an odd window", "summary?from=1234&to=13579&slave=" + NINE),
          new Question("series of the run", "series"),
          new Question("series of one slave", "series?slaves=" + SimulatedSlaves.id(3)),
          new Question("series of 9 slaves", "series?slaves=" + NINE),
          new Question(
              "series of 10 minutes, second by second",
              "series?from=7200&to=7800&resolution=1&series=OPERATION/*/*"));

  private final Path home;
  private final Path folder;

  public WindowsBench(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  private record Question(String words, String path) {}

  /// Returns the table.
  public String run() throws IOException, InterruptedException {
    var work = Files.createTempDirectory(folder, "windows-");
    var run = UUID.randomUUID().toString();
    try (var services = new Services(home, work);
        var arrivals = new Arrivals(services.brokers(), run, SLAVES)) {
      // All of it at once: the run is over.
      long start = System.currentTimeMillis() - 1_000L * SECONDS;
      var arguments =
          List.of(
              services.brokers(),
              run,
              "" + SLAVES,
              Long.toString(start),
              Integer.toString(SECONDS));
      var sender = Jvm.start(Cores.SITE, SimulatedSlaves.class, 1_024, arguments);
      arrivals.watch(SECONDS - 1, System.currentTimeMillis() + Duration.ofMinutes(15).toMillis());
      sender.waitFor();
      if (!Waiting.until(Duration.ofMinutes(5), () -> services.isFolded(SECONDS - 600))) {
        throw new IOException("what came is not folded after 5 minutes; the log is in " + work);
      }
      var text =
          new StringBuilder(
              """
              | question | median | slowest of %d | answer | compressed |
              |---|---|---|---|---|
              """
                  .formatted(REPEATS));
      for (var question : QUESTIONS) {
        text.append(ask(services.url() + "/api/results/" + run + "/", question)).append('\n');
      }
      return text.toString();
    }
  }

  private static String ask(String base, Question question)
      throws IOException, InterruptedException {
    var address = URI.create(base + question.path());
    try (var client = HttpClient.newHttpClient()) {
      var plain = HttpRequest.newBuilder(address).build();
      var packed = HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build();
      var times = new long[REPEATS];
      var length = 0;
      // As often again before it counts.
      for (int i = -REPEATS; i < REPEATS; i++) {
        var begin = System.nanoTime();
        var answer = client.send(plain, BodyHandlers.ofByteArray());
        var nanos = System.nanoTime() - begin;
        if (answer.statusCode() != 200) {
          throw new IOException(address + " was answered " + answer.statusCode());
        }
        times[Math.max(i, 0)] = nanos;
        length = answer.body().length;
      }
      Arrays.sort(times);
      var small = client.send(packed, BodyHandlers.ofByteArray()).body().length;
      return "| %s | %,d ms | %,d ms | %,d kB | %,d kB |"
          .formatted(
              question.words(),
              times[REPEATS / 2] / 1_000_000,
              times[REPEATS - 1] / 1_000_000,
              Math.ceilDiv(length, 1_000),
              Math.ceilDiv(small, 1_000));
    }
  }
}
