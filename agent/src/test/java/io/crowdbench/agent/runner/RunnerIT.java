package io.crowdbench.agent.runner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.testing.TestBundle;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.agent.RunnerFailed;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.SampleBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A real agent that starts real runners against a real site, over a real Kafka.
class RunnerIT extends RealRuns {

  @Test
  void countsExactlyWhatTheSiteServed() throws Exception {
    var before = site.requests();
    var bundle =
        TestBundle.of(
            folder,
            "Look",
            """
            public void run(User user) {
              user.get("/").expectStatus(200);
              user.get("/products/" + user.random().nextInt(1, 31));
              user.log("looked");
              user.think(java.time.Duration.ofMillis(20));
            }
            """);
    var steps =
        List.of(
            new ShareStep(1_500, Map.of("Look", 4)),
            new ShareStep(1_000, Map.of("Look", 8)),
            new ShareStep(1_000, Map.of("Look", 2)));

    agent.prepare("run-1", share(bundle, steps));
    agent.await("run-1", RunnerReady.class);
    agent.startNow("run-1");
    assertThat(agent.await("run-1", RunnerStarted.class).lateMillis()).isBetween(-1.0, 1_000.0);
    var counters = agent.await("run-1", RunnerFinished.class).counters();

    var served = site.requests() - before;
    assertThat(served).isGreaterThan(20);
    assertThat(counters.operations()).isEqualTo(new OutcomeCounts(served, 0, 0));
    assertThat(counters.transactions().passed()).isEqualTo(served / 2);
    assertThat(sum(agent.samples("run-1"), Kind.OPERATION)).isEqualTo(served);
    var end = agent.samples("run-1").getLast();
    assertThat(end)
        .isInstanceOfSatisfying(
            EndOfStream.class, last -> assertThat(last.counters()).isEqualTo(counters));
    assertThat(agent.samples("run-1").stream().map(s -> s.sequence()).toList())
        .isEqualTo(java.util.stream.LongStream.rangeClosed(0, end.sequence()).boxed().toList());
    assertThat(agent.debugLines("run-1")).extracting(DebugLine::text).contains("looked");
  }

  @Test
  void countsWhatIsCutOffAsIncompleteAndStillAddsUp() throws Exception {
    var bundle =
        TestBundle.of(
            folder,
            "Linger",
            """
            public void run(User user) {
              user.get("/");
              user.think(java.time.Duration.ofHours(1));
            }
            """);

    agent.prepare("run-2", share(bundle, List.of(new ShareStep(1_000, Map.of("Linger", 3)))));
    agent.await("run-2", RunnerReady.class);
    agent.startNow("run-2");
    var counters = agent.await("run-2", RunnerFinished.class).counters();

    assertThat(counters.operations()).isEqualTo(new OutcomeCounts(3, 0, 0));
    assertThat(counters.transactions()).isEqualTo(new OutcomeCounts(0, 0, 3));
  }

  @Test
  void groupsWhatActionsThrowUnderTheLineItCameFrom() throws Exception {
    var bundle =
        TestBundle.of(
            folder,
            "Stumble",
            """
            public void run(User user) {
              user.get("/nothing-here", r -> r.query("token", "s3cret").header("Authorization", "s3cret")).expectStatus(200);
            }
            """);

    agent.prepare("run-3", share(bundle, List.of(new ShareStep(1_000, Map.of("Stumble", 1)))));
    agent.await("run-3", RunnerReady.class);
    agent.startNow("run-3");
    var counters = agent.await("run-3", RunnerFinished.class).counters();

    assertThat(counters.operations().failed()).isPositive();
    assertThat(counters.transactions().failed()).isEqualTo(counters.operations().failed());
    var batches = agent.samples("run-3").stream().filter(SampleBatch.class::isInstance).toList();
    assertThat(batches)
        .flatExtracting(batch -> ((SampleBatch) batch).errors())
        .allSatisfy(error ->
            assertThat(requireNonNull(error).message())
                .matches("expected status 200 but got 404 Not Found at Stumble.java:\\d+"));
    // Three examples of the group, however many failed, and none with a secret.
    assertThat(agent.failures("run-3"))
        .hasSizeBetween(1, 3)
        .allSatisfy(failure -> {
          assertThat(failure.toString()).doesNotContain("s3cret");
          assertThat(failure.request().address()).endsWith("/nothing-here?token=(redacted)");
          assertThat(failure.request().headers()).contains("Authorization: (redacted)");
          assertThat(requireNonNull(failure.answer()).status()).isEqualTo(404);
          assertThat(failure.times().total()).isPositive();
        });
  }

  @Test
  void reportsARunnerThatActionsKill() throws Exception {
    var bundle =
        TestBundle.of(
            folder, "Leave", "public void run(User user) { Runtime.getRuntime().halt(7); }");

    agent.prepare("run-4", share(bundle, List.of(new ShareStep(5_000, Map.of("Leave", 1)))));
    agent.await("run-4", RunnerReady.class);
    agent.startNow("run-4");

    assertThat(agent.await("run-4", RunnerFailed.class).problem()).contains("exit code 7");
  }

  @Test
  void endsARunThatIsStopped() throws Exception {
    var bundle = TestBundle.of(folder, "Stay", "public void run(User user) { user.get(\"/\"); }");

    agent.prepare("run-5", share(bundle, List.of(new ShareStep(600_000, Map.of("Stay", 2)))));
    agent.await("run-5", RunnerReady.class);
    agent.startNow("run-5");
    agent.await("run-5", RunnerStarted.class);
    agent.stop("run-5");

    var counters = agent.await("run-5", RunnerFinished.class).counters();
    assertThat(counters.transactions().incomplete()).isZero();
  }

  @Test
  void setsUpAndTearsDownOnceForTheWholeRun() throws Exception {
    var before = site.requests();
    var bundle =
        TestBundle.of(
            folder,
            "Seed",
            """
            private String seeded = "nothing";
            public void beginRun(User user) {
              user.get("/").expectStatus(200);
              seeded = "the shop";
              user.log("seeded");
            }
            public void run(User user) {
              user.get("/");
              user.think(java.time.Duration.ofMillis(100));
            }
            public void endRun(User user) {
              user.get("/");
              user.log("removed " + seeded);
              throw new IllegalStateException("not all removed");
            }
            """);

    var steps = List.of(new ShareStep(500, Map.of("Seed", 2)));
    agent.prepare("run-6", share(bundle, steps, List.of("Seed")));
    agent.await("run-6", RunnerReady.class);
    assertThat(site.requests() - before).isOne();
    agent.startNow("run-6");
    var counters = agent.await("run-6", RunnerFinished.class).counters();

    assertThat(site.requests() - before).isEqualTo(counters.operations().passed() + 2);
    assertThat(agent.debugLines("run-6"))
        .extracting(DebugLine::text)
        .containsExactly("seeded", "removed the shop");
    assertThat(agent.samples("run-6"))
        .filteredOn(SampleBatch.class::isInstance)
        .flatExtracting(batch -> ((SampleBatch) batch).errors())
        .singleElement()
        .satisfies(
            error -> assertThat(requireNonNull(error).message()).contains("not all removed"));
  }

  @Test
  void failsARunThatCannotBeSetUp() throws Exception {
    var bundle =
        TestBundle.of(
            folder,
            "Stumble",
            """
            public void beginRun(User user) { user.get("/nothing-here"); }
            public void run(User user) {}
            """);

    var steps = List.of(new ShareStep(500, Map.of("Stumble", 2)));
    agent.prepare("run-7", share(bundle, steps, List.of("Stumble")));

    assertThat(agent.await("run-7", RunnerFailed.class).problem())
        .isEqualTo(
            "Could not set up the run: beginRun of Stumble failed: unexpected status 404 Not Found"
                + " (GET /nothing-here). Try it alone: crowdbench try.");
  }

  private static RunShare share(Path bundle, List<ShareStep> steps) {
    return share(bundle, steps, List.of());
  }

  private static RunShare share(Path bundle, List<ShareStep> steps, List<String> leads) {
    return new RunShare(bundle.toString(), site.url(), 1, 0, 10, steps, 2_000, Bounds.NONE, leads);
  }

  private static long sum(List<? extends Object> samples, Kind kind) {
    return samples.stream()
        .filter(SampleBatch.class::isInstance)
        .flatMap(sample -> ((SampleBatch) sample).series().stream())
        .filter(series -> series.kind() == kind)
        .mapToLong(series -> series.count())
        .sum();
  }
}
