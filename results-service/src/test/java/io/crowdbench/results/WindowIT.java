package io.crowdbench.results;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.messages.Topics;
import io.crowdbench.messages.run.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Any window of a run, of any slaves, from whatever it was folded into.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowIT {

  private static final int SECONDS = 1_500;
  private static final List<String> SLAVES = List.of("lab-1", "lab-2", "lab-3");

  private Bench bench;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    bench = new Bench(directory);
  }

  @AfterAll
  void stop() throws Exception {
    bench.close();
  }

  @Test
  void anyWindowOfAnySlavesHasTheFiguresOfAllItsValues() {
    var random = new Random(3);
    var run = new TestRun(bench, SLAVES.toArray(String[]::new));
    var values = new HashMap<String, List<Histogram>>();
    for (var slave : SLAVES) {
      var runner = run.runner(slave, 1);
      values.put(slave, new ArrayList<>());
      for (int second = 0; second < SECONDS; second++) {
        var histogram = new Histogram(3);
        var micros = random.longs(5, 100, 5_000_000).toArray();
        for (var each : micros) {
          histogram.recordValue(each);
        }
        values.get(slave).add(histogram);
        bench.send(Topics.SAMPLES, runner.second(second, micros));
      }
      run.tell(runner.end());
    }
    bench.awaitAllRead();
    check(run, values, random, 15);

    run.end(RunState.COMPLETED);
    await()
        .atMost(1, MINUTES)
        .until(() -> bench.number("select count(*) from fold where not done"), open -> open == 0);
    assertThat(bench.number("select count(*) from fold where slaves and level = 600")).isPositive();
    check(run, values, random, 40);

    // A late record opens what its second was folded into.
    var late = run.runner("lab-1", 2).second(700, 9_000_000);
    requireNonNull(values.get("lab-1")).get(700).recordValue(9_000_000);
    run.tell(late);
    bench.awaitAllRead();
    check(run, values, random, 15);
    assertThat(latency(run, "lab-1", 600, 1_200).get("max").asLong()).isGreaterThan(8_999_999);
  }

  private static void check(
      TestRun run, Map<String, List<Histogram>> values, Random random, int times) {
    for (int i = 0; i < times; i++) {
      int from = random.nextInt(SECONDS - 1);
      int to = from + 1 + random.nextInt(SECONDS - from);
      var slaves = SLAVES.subList(0, 1 + random.nextInt(SLAVES.size()));
      var expected = new ArrayList<Histogram>();
      slaves.forEach(slave -> expected.addAll(requireNonNull(values.get(slave)).subList(from, to)));
      assertThat(latency(run, String.join(",", slaves), from, to))
          .as("%s from %d to %d", slaves, from, to)
          .isEqualTo(TestRun.latency(expected.toArray(Histogram[]::new)));
    }
    var all = new ArrayList<Histogram>();
    SLAVES.forEach(slave -> all.addAll(requireNonNull(values.get(slave)).subList(55, 1_333)));
    assertThat(latency(run, "*", 55, 1_333))
        .isEqualTo(TestRun.latency(all.toArray(Histogram[]::new)));
  }

  private static JsonNode latency(TestRun run, String slaves, int from, int to) {
    return run.get("summary?slave=" + slaves + "&from=" + from + "&to=" + to)
        .at("/lines/0/latency");
  }

  @Test
  void seriesAreColumnsOfSteps() {
    var run = new TestRun(bench, "lab-1", "lab-2");
    var runners = List.of(run.runner("lab-1", 1), run.runner("lab-2", 1));
    for (int second = 0; second < 45; second++) {
      for (var runner : runners) {
        run.tell(runner.second(second, 1_000L + second));
      }
    }
    bench.awaitAllRead();

    var series = run.get("series?resolution=10&from=5&percentiles=50,99.9&series=OPERATION/*/*");

    assertThat(series.get("seconds").toString()).isEqualTo("[5,15,25,35]");
    assertThat(series.get("users").toString()).isEqualTo("{\"Shop\":[2,2,2,2]}");
    assertThat(series.get("series")).hasSize(1);
    assertThat(series.at("/series/0/passed").toString()).isEqualTo("[20,20,20,20]");
    assertThat(series.at("/series/0/failed").toString()).isEqualTo("[20,20,20,20]");
    assertThat(series.at("/series/0/latency/percentiles/99.9").toString())
        .isEqualTo("[1014,1024,1034,1044]");
    assertThat(run.get("series?slaves=lab-2&from=44").at("/series/0/passed").toString())
        .isEqualTo("[1]");
    assertThat(bench.answer("/api/results/" + run.id + "/series?from=9&to=9").statusCode())
        .isEqualTo(422);
    assertThat(bench.answer("/api/results/" + run.id + "/series?percentiles=101").body())
        .contains("A percentile is a number from 0 to 100, not 101.0.");
  }

  @Test
  void aDeletedRunIsGoneAndStaysAway() {
    var run = new TestRun(bench, "lab-1");
    var runner = run.runner("lab-1", 1);
    run.tell(runner.second(0, 1_000), runner.second(1, 1_000));
    bench.awaitAllRead();
    assertThat(bench.delete("/api/results/" + run.id)).isEqualTo(409);
    run.end(RunState.ABORTED);
    bench.awaitAllRead();
    long tables = tables();

    assertThat(bench.delete("/api/results/" + run.id)).isEqualTo(204);
    run.tell(runner.second(2, 1_000), runner.end());
    bench.awaitAllRead();

    assertThat(bench.answer("/api/results/" + run.id + "/summary").statusCode()).isEqualTo(404);
    assertThat(tables()).isEqualTo(tables - 2);
  }

  private long tables() {
    return bench.number(
        "select count(*) from pg_class where relkind = 'r' and relname ~ '^(second|block)_'");
  }
}
