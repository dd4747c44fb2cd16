package io.crowdbench.agent.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.agent.RunnerFailed;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.SampleBatch;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Actions that hang, loop, catch, throw and leave threads behind: the run ends in time and adds
/// up.
class RobustnessIT extends MisbehavingRuns {

  private static final String UNMAKEABLE =
      """
      private final int size = Integer.parseInt("many");
      public void run(User user) {}
      """;

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
    assertThat(
            agent.samples(run).stream()
                .filter(SampleBatch.class::isInstance)
                .flatMap(batch -> ((SampleBatch) batch).errors().stream())
                .toList())
        .anySatisfy(error -> {
          assertThat(error.message()).startsWith(USERS + " users hang: still running");
          assertThat(error.message()).contains(".java:");
        });
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
  void failsARunWhoseActionCannotBeMade() throws Exception {
    var run = prepared(UNMAKEABLE, Bounds.NONE, site.url(), List.of("Act"));

    assertThat(agent.await(run, RunnerFailed.class).problem())
        .contains("could not make a Act")
        .contains("NumberFormatException: For input string: \"many\"");
  }

  @Test
  void stopsARunWhoseActionIsNeverMade() throws Exception {
    var begun = folder.resolve("constructor-begun");
    var run =
        prepared(
            """
            public Act() throws Exception {
              java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
              while (true) Thread.interrupted();
            }
            public void run(User user) {}
            """
                .formatted(begun),
            Bounds.NONE,
            site.url(),
            List.of("Act"));
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(begun));
    agent.stop(run);

    assertThat(agent.await(run, RunnerFailed.class).problem())
        .isEqualTo(
            "Could not set up the run: the constructor of Act was not done when it was told to"
                + " stop. Try it alone: crowdbench try.");
  }

  @Test
  void saysWhyAnActionCannotBeMade() throws Exception {
    // On slaves that have nothing to set up it is found out only now.
    var run = prepared(UNMAKEABLE, Bounds.NONE, site.url(), List.of());
    start(run);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !errors(run).isEmpty());

    assertThat(endedInTime(run).transactions()).isEqualTo(new OutcomeCounts(0, 0, 0));
    assertThat(errors(run))
        .allMatch(error -> error.contains("NumberFormatException: For input string: \"many\""));
  }
}
