package io.crowdbench.agent.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.testing.AgentHarness;
import io.crowdbench.agent.testing.RawSite;
import io.crowdbench.agent.testing.TestBundle;
import io.crowdbench.embedded.TargetSite;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.agent.RunnerFailed;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Visitors;
import io.crowdbench.messages.sample.ErrorCount;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.SampleBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real agent with real runners whose actions, site or slave do all they should not: the run ends
/// in time and adds up or says why not, and the agent carries the next one.
class RobustnessIT {

  private static final Duration DRAIN = Duration.ofSeconds(1);

  /// For those who do not finish, and for the last samples on a busy machine.
  private static final Duration FEW_SECONDS = Duration.ofSeconds(10);

  private static final int USERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  @TempDir private static Path folder;

  private static final AtomicInteger runs = new AtomicInteger();
  private static AgentHarness agent;
  private static TargetSite site;

  @BeforeAll
  static void start() throws IOException {
    site = TargetSite.start(0);
    agent = AgentHarness.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    agent.close();
    site.close();
  }

  @AfterEach
  void theAgentCarriesTheNextRun() throws Exception {
    var run = started("public void run(User user) { user.get(\"/\"); }", once(1), site.url());

    assertThat(finished(run).transactions()).isEqualTo(new OutcomeCounts(USERS, 0, 0));
  }

  @Test
  void endsUsersWhoHangInALock() throws Exception {
    var served = site.requests();
    var run =
        started(
            """
            public void run(User user) {
              user.get("/");
              var lock = new java.util.concurrent.locks.ReentrantLock();
              new Thread(() -> {
                lock.lock();
                while (true) java.util.concurrent.locks.LockSupport.park();
              }).start();
              while (!lock.isLocked()) Thread.onSpinWait();
              lock.lock();
            }
            """);
    awaitServed(served + USERS);

    assertAllIncomplete(endedInTime(run));
  }

  @Test
  void publishesAndEndsThoughUsersLoopOnAllProcessors() throws Exception {
    var served = site.requests();
    var run =
        started(
            """
            public void run(User user) {
              user.get("/");
              for (long i = 0; ; i++) Thread.interrupted();
            }
            public void endRun(User user) { user.log("torn down"); }
            """);
    awaitServed(served + USERS);
    var batches = agent.samples(run).size();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> agent.samples(run).size() >= batches + 3);

    assertAllIncomplete(endedInTime(run));
    assertThat(agent.debugLines(run)).extracting(DebugLine::text).containsExactly("torn down");
  }

  @Test
  void endsUsersWhoCatchEverything() throws Exception {
    var served = site.requests();
    var run =
        started(
            """
            public void run(User user) {
              while (true) {
                try {
                  user.get("/");
                  user.think(java.time.Duration.ofMillis(20));
                } catch (Throwable e) {
                  Thread.interrupted();
                }
              }
            }
            """);
    awaitServed(served + 5 * USERS);

    var counters = endedInTime(run);

    assertThat(counters.transactions()).isEqualTo(new OutcomeCounts(0, 0, USERS));
    assertThat(counters.operations().passed() + counters.operations().incomplete())
        .isEqualTo(site.requests() - served);
  }

  @Test
  void endsThoughActionsLeaveThreadsBehind() throws Exception {
    var served = site.requests();
    var run =
        started(
            """
            public void run(User user) {
              for (int i = 0; i < 500; i++) {
                new Thread(() -> {
                  while (true) java.util.concurrent.locks.LockSupport.park();
                }).start();
              }
              user.get("/");
              user.think(java.time.Duration.ofHours(1));
            }
            """);
    awaitServed(served + USERS);

    var counters = endedInTime(run);

    assertThat(counters.operations()).isEqualTo(new OutcomeCounts(USERS, 0, 0));
    assertThat(counters.transactions()).isEqualTo(new OutcomeCounts(0, 0, USERS));
  }

  @Test
  void failsThePassesOfActionsThatThrowErrors() throws Exception {
    var run =
        started(
            """
            private int pass;
            private int deeper(int depth) { return deeper(depth + 1) + 1; }
            public void run(User user) {
              switch (pass++) {
                case 0 -> deeper(0);
                case 1 -> throw new NoClassDefFoundError("shop/Cart");
                case 2 -> throw new AssertionError("no cart");
                default -> user.get("/");
              }
            }
            """,
            once(4),
            site.url());

    assertThat(finished(run).transactions()).isEqualTo(new OutcomeCounts(USERS, 3 * USERS, 0));
    assertThat(errors(run))
        .anyMatch(error -> error.startsWith("java.lang.StackOverflowError at "))
        .anyMatch(error -> error.startsWith("java.lang.NoClassDefFoundError: shop/Cart at "))
        .anyMatch(error -> error.startsWith("java.lang.AssertionError: no cart at "));
  }

  @Test
  void saysWhyAnActionCannotBeMade() throws Exception {
    var run =
        started(
            """
            private final int size = Integer.parseInt("many");
            public void run(User user) {}
            """);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !errors(run).isEmpty());

    assertThat(endedInTime(run).transactions()).isEqualTo(new OutcomeCounts(0, 0, 0));
    assertThat(errors(run))
        .allMatch(error -> error.contains("NumberFormatException: For input string: \"many\""));
  }

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
          user.request("GET", paths.get(pass++ % 4)).timeout(java.time.Duration.ofMillis(500))
              .send();
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
      assertThat(errors(run).stream().map(e -> e.replaceFirst("GET http://[^/]+", "")).distinct())
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

  private static void assertAllIncomplete(FinalCounters counters) {
    assertThat(counters.operations()).isEqualTo(new OutcomeCounts(0, 0, USERS));
    assertThat(counters.transactions()).isEqualTo(new OutcomeCounts(0, 0, USERS));
  }

  private static void awaitServed(long requests) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> site.requests() >= requests);
  }

  private static String started(String body) throws Exception {
    return started(body, Bounds.NONE, site.url());
  }

  /// Starts a run of the action for ten minutes.
  ///
  /// @return its id
  private static String started(String body, Bounds bounds, String target) throws Exception {
    var run = "robust-" + runs.incrementAndGet();
    var bundle = TestBundle.of(folder, "Act", body);
    var steps = List.of(new ShareStep(600_000, Map.of("Act", USERS)));
    agent.prepare(
        run,
        new RunShare(
            bundle.toString(), target, 1, 0, 10, steps, DRAIN.toMillis(), bounds, List.of("Act")));
    agent.await(run, RunnerReady.class);
    agent.startNow(run);
    agent.await(run, RunnerStarted.class);
    return run;
  }

  private static Bounds once(int passes) {
    return new Bounds(Map.of("Act", passes), null, Visitors.NEW, null);
  }

  private static FinalCounters finished(String run) {
    return agent.await(run, RunnerFinished.class).counters();
  }

  private static FinalCounters endedInTime(String run) {
    var told = System.nanoTime();
    agent.stop(run);
    var counters = finished(run);
    assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(DRAIN.plus(FEW_SECONDS));
    return counters;
  }

  private static List<String> errors(String run) {
    return agent.samples(run).stream()
        .filter(SampleBatch.class::isInstance)
        .flatMap(batch -> ((SampleBatch) batch).errors().stream())
        .map(ErrorCount::message)
        .toList();
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
