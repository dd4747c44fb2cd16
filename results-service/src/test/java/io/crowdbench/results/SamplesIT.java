package io.crowdbench.results;

import static io.crowdbench.messages.Topics.DEAD;
import static io.crowdbench.messages.Topics.SAMPLES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesIT {

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
  void twoSlavesAreMergedAndChecked() {
    var run = new TestRun(bench, "lab-1", "lab-2");
    var one = run.runner("lab-1", 1);
    var two = run.runner("lab-2", 1);
    run.tell(one.second(0, 1_000, 2_000), two.second(0, 3_000, 90_000), one.end(), two.end());
    run.awaitCheck();

    var all = run.get("seconds").get(0);
    assertThat(all.get("slaves").asInt()).isEqualTo(2);
    assertThat(all.at("/users/0/active").asInt()).isEqualTo(4);
    assertThat(all.at("/lines/0/counts/passed").asInt()).isEqualTo(4);
    assertThat(all.at("/lines/0/latency")).isEqualTo(TestRun.latency(one.all, two.all));
    assertThat(run.get("seconds?slave=lab-2").at("/0/lines/0/latency"))
        .isEqualTo(TestRun.latency(two.all));
    assertThat(run.get("summary").at("/lines/0/latency"))
        .isEqualTo(TestRun.latency(one.all, two.all));
    assertThat(run.get("summary?slave=lab-1").at("/lines/0/latency"))
        .isEqualTo(TestRun.latency(one.all));
    var errors = run.get("errors");
    assertThat(errors.findValuesAsString("count")).containsExactly("2");
    assertThat(errors.at("/0/slaves").valueStream().map(JsonNode::asString))
        .containsExactly("lab-1", "lab-2");
    assertThat(run.get("errors?slave=lab-2").findValuesAsString("count")).containsExactly("1");
    assertThat(run.told("second-merged"))
        .extracting(it -> it.get("slave").asString())
        .containsOnly("*");
    assertThat(run.told("errors-grouped").getLast().get("groups"))
        .extracting(it -> it.get("slave").asString())
        .containsExactly("*");
    assertThat(run.problems()).isEmpty();
  }

  /// As wanted by the schedule beside as it was, and nothing where nothing was scheduled.
  @Test
  void keepsTheIntendedLatencyApart() {
    var run = new TestRun(bench, "lab-1", "lab-2");
    var one = run.runner("lab-1", 1);
    var two = run.runner("lab-2", 1);
    run.tell(one.second(0, 500), one.late(1, 1_000, 2_000), two.late(1, 4_000, 3_000));
    bench.awaitAllRead();

    var seconds = run.get("seconds");
    assertThat(seconds.at("/0/lines/0/intendedLatency").isNull()).isTrue();
    assertThat(seconds.at("/1/lines/0/intendedLatency/min").asLong()).isEqualTo(3_000);
    assertThat(seconds.at("/1/lines/0/intendedLatency/max").asLong()).isBetween(7_000L, 7_010L);
    assertThat(seconds.at("/1/lines/0/latency/max").asLong()).isBetween(3_000L, 3_010L);
    var summary = run.get("summary");
    assertThat(summary.at("/lines/0/latency/count").asLong()).isEqualTo(3);
    assertThat(summary.at("/lines/0/intendedLatency/count").asLong()).isEqualTo(2);
  }

  @Test
  void aRepeatedRecordChangesNothing() {
    var run = new TestRun(bench, "lab-1");
    var runner = run.runner("lab-1", 1);
    var first = runner.second(0, 1_000, 2_000);
    var second = runner.second(1, 5_000);
    var end = runner.end();
    run.tell(first, first, second, first, end, end, second, first);
    bench.awaitAllRead();

    assertThat(run.problems()).isEmpty();
    assertThat(run.get("summary").at("/lines/0/latency/count").asLong()).isEqualTo(3);
    assertThat(run.get("seconds").at("/0/lines/0/counts/passed").asLong()).isEqualTo(2);
    assertThat(run.get("errors").at("/0/count").asLong()).isEqualTo(2);
    assertThat(run.get("overload").toString())
        .isEqualTo(
            "[{\"slave\":\"lab-1\",\"limit\":\"PROCESSOR\",\"seconds\":2,\"firstSecond\":0,\"lastSecond\":1,"
                + "\"sentence\":\"busy in second 1\"}]");
    assertThat(run.told("generator-strained").getLast().at("/groups/0/seconds").asLong())
        .isEqualTo(2);
  }

  @Test
  void lateAndDisorderedRecordsComeIntoTheirSecond() {
    var run = new TestRun(bench, "lab-1");
    var runner = run.runner("lab-1", 1);
    var inTime = runner.second(0, 1_000);
    var after = runner.second(2, 3_000);
    var between = runner.second(1, 2_000);
    var late = runner.second(0, 9_000);
    run.tell(runner.end(), late, after, between, inTime);
    bench.awaitAllRead();

    var seconds = run.get("seconds");
    assertThat(seconds.findValuesAsString("second")).containsExactly("0", "1", "2");
    assertThat(seconds.at("/0/lines/0/counts/passed").asLong()).isEqualTo(2);
    assertThat(seconds.at("/0/lines/0/latency/max").asLong()).isBetween(9_000L, 9_010L);
    assertThat(run.get("summary").at("/lines/0/latency")).isEqualTo(TestRun.latency(runner.all));
    assertThat(run.problems()).isEmpty();
  }

  @Test
  void recordsOfAReplacedAgentStayOut() {
    var run = new TestRun(bench, "lab-1");
    var old = run.runner("lab-1", 1);
    var agent = run.runner("lab-1", 2);
    var before = old.second(0, 1_000);
    run.tell(before, agent.second(1, 2_000), old.second(2, 9_999), before, agent.end());
    bench.awaitAllRead();

    assertThat(run.get("summary").at("/lines/0/counts/passed").asLong()).isEqualTo(2);
    assertThat(run.get("seconds")).hasSize(2);
    assertThat(run.problems())
        .containsExactly(
            "lab-1 has not ended its results (epoch 1): what it measured after second 0 may be missing.",
            "1 records of lab-1's agent from before its restart (epoch 1) came after the restart and were left out.");
  }

  @Test
  void whatCannotBeReadIsSetAsideAndTheRestGoesOn() {
    var run = new TestRun(bench, "lab-1");
    var runner = run.runner("lab-1", 1);
    var corrupt =
        JsonMapper.shared()
            .writeValueAsString(runner.second(0, 5))
            .replaceAll("\"latency\":\"[^\"]*\"", "\"latency\":\"bm90aGluZw==\"");
    for (var unreadable :
        List.of("{\"type\":\"sample-batch\",\"run\":", "{\"type\":\"sample-batch\"}", corrupt)) {
      bench.tell(SAMPLES, run.id, unreadable.getBytes(UTF_8));
    }
    run.tell(runner.second(1, 10));
    bench.awaitAllRead();

    assertThat(run.get("seconds").findValuesAsString("second")).containsExactly("1");
    await()
        .untilAsserted(() ->
            assertThat(bench.topic(SAMPLES + DEAD))
                .anyMatch(it -> it.endsWith("\"run\":"))
                .anyMatch(it -> it.endsWith("sample-batch\"}"))
                .anyMatch(it -> it.contains("bm90aGluZw==")));
  }
}
