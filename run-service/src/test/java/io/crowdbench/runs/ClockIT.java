package io.crowdbench.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.run.RunSlaveStarted;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import io.crowdbench.runs.testing.OtherSide;
import io.crowdbench.runs.testing.RunningService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A service whose own clock is far off: the broker's is the one that counts.
class ClockIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {-300, 31, 300})
  void aRunStartsAndEndsByTheBrokersClock(long secondsAhead) throws IOException {
    try (var service = RunningService.start(folder, Duration.ofSeconds(secondsAhead));
        var others = new OtherSide(service.brokers())) {
      others.uploadBundle("hash-1", List.of("Buy"), 5);
      others.readySlave("lab-1");
      service.awaitPlanPossible(plan());
      var planned = service.post("/api/plans", plan());
      var run = service.post("/api/plans/" + planned.text("id") + "/runs", Map.of()).text("id");

      others.deliver("lab-1", run);
      others.await(PrepareRun.class, prepare -> prepare.run().equals(run));
      others.tell(new RunnerReady(1, Instant.now(), "lab-1", OtherSide.EPOCH, run));
      var start = others.await(StartRun.class, ordered -> ordered.run().equals(run));
      assertThat(start.startAt()).isCloseTo(Instant.now(), within(Duration.ofSeconds(10)));
      others.tell(new RunnerStarted(1, Instant.now(), "lab-1", OtherSide.EPOCH, run, 0, 1));
      others.await(RunSlaveStarted.class, started -> started.run().equals(run));

      // Longer than the watch takes to look at it several times.
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(10))
          .until(() -> service.get("/api/runs/" + run).text("state").equals("RUNNING"));
      others.finish("lab-1", run);

      others.await(
          RunStateChanged.class,
          changed -> changed.run().equals(run) && changed.state() == RunState.COMPLETED);
    }
  }

  private static Map<String, Object> plan() {
    return Map.of(
        "name", "clocks",
        "bundle", "hash-1",
        "target", "http://127.0.0.1:1",
        "slaves", List.of("lab-1"),
        "steps", List.of(Map.of("seconds", 1, "change", Map.of("Buy", 1))));
  }
}
