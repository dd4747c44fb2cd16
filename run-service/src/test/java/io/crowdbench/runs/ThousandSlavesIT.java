package io.crowdbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.SimulatedFleet;
import io.crowdbench.runs.testing.RunningService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of a thousand slaves, over real PostgreSQL and Kafka, while each of them beats.
class ThousandSlavesIT {

  private static final int SLAVES = 1_000;
  private static final List<String> NAMES =
      IntStream.range(0, SLAVES).mapToObj("slave-%04d"::formatted).toList();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private static Path folder;

  private static RunningService service;
  private static SimulatedFleet fleet;

  @BeforeAll
  static void start() throws IOException {
    service = RunningService.start(folder);
    fleet = new SimulatedFleet(service.brokers(), NAMES);
    fleet.uploadBundle("shop", List.of("Browse", "Buy"), 50_000);
    fleet.start();
    service.awaitPlanPossible(plan());
  }

  @AfterAll
  static void stop() throws IOException {
    fleet.close();
    service.close();
  }

  private static Map<String, Object> plan() {
    return Map.of(
        "name", "thousand",
        "bundle", "shop",
        "target", "http://127.0.0.1:1",
        "slaves", NAMES,
        "steps", List.of(Map.of("seconds", 600, "users", Map.of("Browse", 20_000, "Buy", 5_000))));
  }

  @Test
  void aRunOfAThousandSlavesIsPreparedStartedAndStopped() {
    var plan = service.post("/api/plans", plan()).text("id");
    var began = Usage.now();

    var run = service.post("/api/plans/" + plan + "/runs").text("id");

    began.print("the request");
    await(run, "RUNNING");
    began.print("all slaves ready");
    Awaitility.await().atMost(PATIENCE).until(() -> fleet.started(run) == SLAVES);
    began.print("all slaves told to start");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> count(service.get("/api/runs/" + run).body(), "\"RUNNING\"") > SLAVES);
    began.print("all slaves started");

    service.post("/api/runs/" + run + "/stop");

    await(run, "ABORTED");
    began.print("all slaves finished");
    assertThat(count(service.get("/api/runs/" + run).body(), "\"FINISHED\"")).isEqualTo(SLAVES);
  }

  private static void await(String run, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> service.get("/api/runs?limit=1").texts("state").equals(List.of(state)));
    assertThat(service.get("/api/runs/" + run).text("state")).isEqualTo(state);
  }

  private static int count(String text, String word) {
    return text.split(Pattern.quote(word), -1).length - 1;
  }

  /// For whoever reads the output: time, and CPU time of this process, which is the broker's and
  /// the fleet's, too.
  private record Usage(long nanos, Duration cpu) {

    static Usage now() {
      return new Usage(
          System.nanoTime(), ProcessHandle.current().info().totalCpuDuration().orElseThrow());
    }

    void print(String what) {
      var now = now();
      System.out.printf(
          "%s: %.1f s, CPU %.1f s%n",
          what, (now.nanos - nanos) / 1e9, now.cpu.minus(cpu).toMillis() / 1e3);
    }
  }
}
