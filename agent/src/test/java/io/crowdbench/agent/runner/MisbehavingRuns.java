package io.crowdbench.agent.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.testing.TestBundle;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Visitors;
import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.ErrorCount;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.SampleBatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;

/// Runs whose actions, site or slave do what they should not, carried by a real agent with real
/// runners. After each of them the agent carries the next one.
abstract class MisbehavingRuns extends RealRuns {

  static final Duration DRAIN = Duration.ofSeconds(1);

  /// For those who do not finish, and for the last samples on a busy machine.
  static final Duration FEW_SECONDS = Duration.ofSeconds(10);

  static final int USERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  static final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void theAgentCarriesTheNextRun() throws Exception {
    var run = started("public void run(User user) { user.get(\"/\"); }", once(1), site.url());

    assertThat(finished(run).transactions()).isEqualTo(new OutcomeCounts(USERS, 0, 0));
  }

  static void assertAllIncomplete(FinalCounters counters) {
    assertThat(counters.operations()).isEqualTo(new OutcomeCounts(0, 0, USERS));
    assertThat(counters.transactions()).isEqualTo(new OutcomeCounts(0, 0, USERS));
  }

  static void awaitServed(long requests) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> site.requests() >= requests);
  }

  static String started(String body) throws Exception {
    return started(body, Bounds.NONE, site.url());
  }

  /// Starts a run of the action for ten minutes.
  ///
  /// @return its id
  static String started(String body, Bounds bounds, String target) throws Exception {
    var run = prepared(body, bounds, target, List.of("Act"));
    start(run);
    return run;
  }

  static void start(String run) throws Exception {
    agent.await(run, RunnerReady.class);
    agent.startNow(run);
    agent.await(run, RunnerStarted.class);
  }

  static String prepared(String body, Bounds bounds, String target, List<String> leads)
      throws Exception {
    var run = "robust-" + runs.incrementAndGet();
    var bundle = TestBundle.of(folder, "Act", body);
    var steps = List.of(new ShareStep(600_000, Map.of("Act", USERS)));
    agent.prepare(
        run,
        new RunShare(bundle.toString(), target, 1, 0, 10, steps, DRAIN.toMillis(), bounds, leads));
    return run;
  }

  static Bounds once(int passes) {
    return new Bounds(Map.of("Act", passes), null, Visitors.NEW, null);
  }

  static FinalCounters finished(String run) {
    var counters = agent.await(run, RunnerFinished.class).counters();
    // Samples are on another topic, and so may be read a moment later.
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> agent.samples(run).stream().anyMatch(EndOfStream.class::isInstance));
    return counters;
  }

  static FinalCounters endedInTime(String run) {
    var told = System.nanoTime();
    agent.stop(run);
    var counters = finished(run);
    assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(DRAIN.plus(FEW_SECONDS));
    return counters;
  }

  static List<String> errors(String run) {
    return agent.samples(run).stream()
        .filter(SampleBatch.class::isInstance)
        .flatMap(batch -> ((SampleBatch) batch).errors().stream())
        .map(ErrorCount::message)
        .toList();
  }
}
