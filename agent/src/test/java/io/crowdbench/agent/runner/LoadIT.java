package io.crowdbench.agent.runner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdbench.agent.testing.TestBundle;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareArrivals;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Spacing;
import io.crowdbench.messages.run.Visitors;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.SampleBatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A real agent with real runners: loads that arrive, that are bounded, and that are changed while
/// they are on.
class LoadIT extends RealRuns {

  private static final String LOOK = "public void run(User user) { user.get(\"/\"); }";
  private static final String LOOK_AND_THINK =
      """
      public void run(User user) {
        user.get("/");
        user.think(java.time.Duration.ofMillis(20));
      }
      """;

  @Test
  void letsAsManyArriveAsTheRateSaysAndMeasuresThemFromWhenTheyWereDue() throws Exception {
    var bundle = TestBundle.of(folder, "Arrive", LOOK);
    var steps = List.of(arrivals(2_000, "Arrive", 50));

    prepare("open-1", share(bundle, steps, Bounds.NONE));
    agent.startNow("open-1");
    var counters = agent.await("open-1", RunnerFinished.class).counters();

    var batches = batches("open-1");
    // The first ones are slow in a young process, and may leave none of the ten user ids free.
    var notStarted = batches.stream().mapToLong(batch -> batch.dropped().arrivals()).sum();
    assertThat(notStarted).isLessThan(20);
    assertThat(counters.transactions()).isEqualTo(new OutcomeCounts(100 - notStarted, 0, 0));
    assertThat(counters.operations()).isEqualTo(new OutcomeCounts(100 - notStarted, 0, 0));
    assertThat(batches)
        .flatExtracting(SampleBatch::series)
        .filteredOn(s -> s.kind() == Kind.OPERATION || s.kind() == Kind.TRANSACTION)
        .allSatisfy(series -> assertThat(requireNonNull(series).intendedLatency()).isNotNull());
    assertThat(batches).anyMatch(batch -> batch.health().sendLatenessMicros() != null);
  }

  @Test
  void countsThoseWhoFindNoRoom() throws Exception {
    var bundle =
        TestBundle.of(
            folder,
            "Linger",
            "public void run(User user) { user.think(java.time.Duration.ofHours(1)); }");
    var steps = List.of(arrivals(1_000, "Linger", 20));

    prepare("open-2", share(bundle, steps, new Bounds(Map.of(), null, Visitors.NEW, 4)));
    agent.startNow("open-2");
    var counters = agent.await("open-2", RunnerFinished.class).counters();

    assertThat(counters.transactions()).isEqualTo(new OutcomeCounts(0, 0, 4));
    assertThat(batches("open-2").stream().mapToLong(b -> b.dropped().arrivals()).sum())
        .isEqualTo(16);
  }

  @Test
  void endsWhenAllHaveDoneTheirPasses() throws Exception {
    var bundle = TestBundle.of(folder, "Look", LOOK);
    var steps = List.of(new ShareStep(600_000, Map.of("Look", 4)));

    prepare(
        "bound-1", share(bundle, steps, new Bounds(Map.of("Look", 5), null, Visitors.NEW, null)));
    agent.startNow("bound-1");
    var counters = agent.await("bound-1", RunnerFinished.class).counters();

    assertThat(counters.transactions()).isEqualTo(new OutcomeCounts(20, 0, 0));
  }

  @Test
  void endsWhenItMayLastNoLonger() throws Exception {
    var bundle = TestBundle.of(folder, "Look", LOOK_AND_THINK);
    var hold = new ShareStep(0, Map.of("Look", 2), 0, Map.of(), Map.of(), Map.of(), true);

    prepare(
        "bound-2", share(bundle, List.of(hold), new Bounds(Map.of(), 1_000L, Visitors.NEW, null)));
    agent.startNow("bound-2");
    agent.awaitProgress("bound-2", progress -> progress.draining());
    agent.await("bound-2", RunnerFinished.class);

    assertThat(batches("bound-2")).hasSizeLessThan(5);
  }

  @Test
  void takesUpChangesPausesAndNextStepsWithinASecond() throws Exception {
    var bundle = TestBundle.of(folder, "Look", LOOK_AND_THINK);
    var hold = new ShareStep(0, Map.of("Look", 2), 0, Map.of(), Map.of(), Map.of(), true);
    var last = new ShareStep(300, Map.of());
    prepare("live", share(bundle, List.of(hold, last), Bounds.NONE));
    agent.startNow("live");
    agent.await("live", RunnerStarted.class);

    var more = new ShareStep(0, Map.of("Look", 5), 0, Map.of(), Map.of(), Map.of(), true);
    var asked = Instant.now();
    agent.change("live", 1, List.of(more, last), 0, false);
    var taken = agent.awaitProgress("live", progress -> progress.change() == 1);
    assertThat(Duration.between(asked, taken.at())).isLessThan(Duration.ofSeconds(1));
    Awaitility.await()
        .until(() ->
            batches("live").stream().anyMatch(batch -> batch.users().getFirst().active() == 5));

    agent.change("live", 2, List.of(more, last), 0, true);
    agent.awaitProgress("live", progress -> progress.change() == 2);
    awaitSilence();
    var paused = site.requests();
    // Said once more, it is only answered.
    agent.change("live", 2, List.of(more, last), 0, false);
    awaitSilence();
    assertThat(site.requests()).isEqualTo(paused);

    agent.change("live", 3, List.of(more, last), 0, false);
    Awaitility.await().until(() -> site.requests() > paused + 20);

    agent.change("live", 4, List.of(more, last), 1, false);
    agent.awaitProgress("live", progress -> progress.step() == 1);
    agent.awaitProgress("live", progress -> progress.draining());
    var counters = agent.await("live", RunnerFinished.class).counters();
    assertThat(counters.transactions().incomplete()).isZero();
  }

  @Test
  void stopsWithinTheTimeToDrainWhateverIsUnderWay() throws Exception {
    var bundle =
        TestBundle.of(
            folder, "Hang", "public void run(User user) { while (true) { Thread.onSpinWait(); } }");
    var steps = List.of(new ShareStep(600_000, Map.of("Hang", 1)));
    prepare("hang", share(bundle, steps, Bounds.NONE));
    agent.startNow("hang");
    agent.await("hang", RunnerStarted.class);

    var asked = Instant.now();
    agent.stop("hang");
    var finished = agent.await("hang", RunnerFinished.class);

    assertThat(finished.counters().transactions()).isEqualTo(new OutcomeCounts(0, 0, 1));
    assertThat(Duration.between(asked, finished.at()).toSeconds()).isCloseTo(4L, within(6L));
  }

  private static void awaitSilence() {
    var before = new long[] {-1};
    Awaitility.await()
        .pollInterval(Duration.ofMillis(300))
        .until(() -> {
          var now = site.requests();
          var same = now == before[0];
          before[0] = now;
          return same;
        });
  }

  private static void prepare(String run, RunShare share) {
    agent.prepare(run, share);
    agent.await(run, RunnerReady.class);
  }

  private static List<SampleBatch> batches(String run) {
    return agent.samples(run).stream()
        .filter(SampleBatch.class::isInstance)
        .map(SampleBatch.class::cast)
        .toList();
  }

  private static ShareStep arrivals(long millis, String action, double perSecond) {
    var rate = new ShareArrivals(perSecond, perSecond, Spacing.EVEN, 0.5);
    return new ShareStep(millis, Map.of(), 0, Map.of(), Map.of(action, rate), Map.of(), false);
  }

  private static RunShare share(Path bundle, List<ShareStep> steps, Bounds bounds) {
    return new RunShare(bundle.toString(), site.url(), 1, 0, 10, steps, 2_000, bounds, List.of());
  }
}
