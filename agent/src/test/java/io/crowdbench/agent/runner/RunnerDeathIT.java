package io.crowdbench.agent.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.crowdbench.agent.testing.RawSite;
import io.crowdbench.messages.agent.RunnerFailed;
import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import io.crowdbench.messages.sample.Series;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Runners that end before their time, and sites that do wrong: what happened is said in words.
class RunnerDeathIT extends MisbehavingRuns {

  @Test
  void heedsNothingThatActionsWriteToTheRunnersOutput() throws Exception {
    var run =
        started(
            """
            public void run(User user) {
              System.out.println("{\\"type\\":\\"finished\\"}");
              var out = new java.io.PrintStream(
                  new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
              out.println("Hello");
              out.println("{\\"type\\":\\"greeting\\"}");
              out.println("null");
            }
            """,
            once(1),
            site.url());

    assertThat(finished(run).transactions()).isEqualTo(new OutcomeCounts(USERS, 0, 0));
  }

  @Test
  void namesTheHeapThatActionsFill() throws Exception {
    var run =
        started(
            """
            static final java.util.Queue<byte[]> KEPT =
                new java.util.concurrent.ConcurrentLinkedQueue<>();
            public void run(User user) { KEPT.add(new byte[1_000_000]); }
            """);

    assertThat(agent.await(run, RunnerFailed.class).problem())
        .matches("The runner ran out of memory \\(.+\\): it may take 256m of heap\\. .*");
  }

  @Test
  void outlivesAnswersThatAreLargerThanItsHeap() throws Exception {
    long length = 1_500_000_000;
    var large = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    large.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    large.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, length);
          try (var body = exchange.getResponseBody()) {
            var part = new byte[1_000_000];
            for (long sent = 0; sent < length; sent += part.length) {
              body.write(part);
            }
          }
        });
    large.start();
    try {
      var run =
          started(
              """
              public void run(User user) {
                user.get("/").expectStatus(200);
                user.get("/").expectText("violin");
              }
              """,
              once(1),
              "http://127.0.0.1:" + large.getAddress().getPort());

      assertThat(finished(run).operations()).isEqualTo(new OutcomeCounts(USERS, USERS, 0));
      assertThat(errors(run))
          .isNotEmpty()
          .allSatisfy(error ->
              assertThat(error)
                  .contains("the body has 1,500,000,000 bytes, which is more than was to be kept"));
    } finally {
      large.stop(0);
    }
  }

  @Test
  void namesAnActionThatExits() throws Exception {
    var run = started("public void run(User user) { System.exit(0); }");

    assertThat(agent.await(run, RunnerFailed.class).problem())
        .startsWith("The runner was ended from within, with exit code 0: an action,");
  }

  @Test
  void namesTheSignalThatKilledARunner() throws Exception {
    var run = started("public void run(User user) { user.think(java.time.Duration.ofHours(1)); }");
    signal("KILL");

    assertThat(agent.await(run, RunnerFailed.class).problem()).contains("(signal 9, SIGKILL)");
  }

  @Test
  void countsWhatAKilledRunnerHadNotPublished() throws Exception {
    long before = site.requests();
    var run = started("public void run(User user) { user.get(\"/\"); }");
    awaitServed(before + 2_000);
    signal("KILL");
    agent.await(run, RunnerFailed.class);
    await().until(() -> agent.samples(run).stream().anyMatch(EndOfStream.class::isInstance));

    // A record may be there twice: it is known by its number.
    var records = new TreeMap<Long, SampleMessage>();
    agent.samples(run).forEach(sample -> records.putIfAbsent(sample.sequence(), sample));
    var end = (EndOfStream) records.lastEntry().getValue();
    assertThat(records).hasSize((int) end.sequence() + 1);
    var operations = OutcomeCounts.NONE;
    long untimed = 0;
    for (var series : series(records.values())) {
      if (series.kind() == Kind.OPERATION) {
        operations = operations.plus(OutcomeCounts.of(series.outcome(), series.count()));
        untimed += series.latency() == null ? series.count() : 0;
      }
    }
    assertThat(operations).isEqualTo(end.counters().operations());
    assertThat(operations.started()).isEqualTo(site.requests() - before);
    assertThat(untimed).isPositive();
    assertThat(end.counters().transactions().incomplete()).isBetween(1L, (long) USERS);
  }

  private static List<Series> series(Collection<SampleMessage> records) {
    return records.stream()
        .filter(SampleBatch.class::isInstance)
        .flatMap(batch -> ((SampleBatch) batch).series().stream())
        .toList();
  }

  @Test
  void killsARunnerThatDoesNotObey() throws Exception {
    var run = started("public void run(User user) { user.think(java.time.Duration.ofHours(1)); }");
    signal("STOP");

    agent.stop(run);

    assertThat(agent.await(run, RunnerFailed.class).problem())
        .startsWith(
            "The runner had not ended 26 seconds after it was told to stop, so the agent killed it.");
  }

  @Test
  void namesWhatASiteDoesWrong() throws Exception {
    var body =
        """
        private int pass;
        public void run(User user) {
          var paths = java.util.List.of("/stalls", "/resets", "/cuts", "/overflows");
          user.get(paths.get(pass++ % 4), r -> r.timeout(java.time.Duration.ofMillis(500)));
        }
        """;
    var never = new CountDownLatch(1);
    try (var bad =
        RawSite.start(request ->
            switch (request.target()) {
              case "/stalls" -> stalled(never);
              case "/resets" -> RawSite.RESET;
              case "/cuts" ->
                  bytes("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\nhello");
              default -> bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello");
            })) {
      var run = started(body, once(8), bad.url());
      var counters = finished(run);

      // What is beyond the length is no part of the answer, nor of the next one.
      assertThat(counters.operations()).isEqualTo(new OutcomeCounts(2 * USERS, 6 * USERS, 0));
      var told = errors(run).stream().map(e -> e.replaceFirst("GET http://[^/]+", "")).distinct();
      assertThat(told.toList())
          .satisfiesExactlyInAnyOrder(
              error -> assertThat(error).startsWith("/stalls: no whole answer within 500 ms at "),
              error -> assertThat(error).startsWith("/resets: Connection reset at "),
              error -> assertThat(error).startsWith("/cuts: ").contains("5 of 10 bytes"));
    } finally {
      never.countDown();
    }
  }

  private static byte[] stalled(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return RawSite.RESET;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void signal(String name) throws Exception {
    var runner =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("java"))
            .findFirst()
            .orElseThrow();
    var sent = new ProcessBuilder("kill", "-" + name, String.valueOf(runner.pid())).start();
    assertThat(sent.waitFor()).isZero();
  }
}
