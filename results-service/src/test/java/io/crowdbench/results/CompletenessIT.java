package io.crowdbench.results;

import static io.crowdbench.messages.Topics.DEBUG_LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedRequest;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedTimes;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.sample.ErrorCount;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompletenessIT {

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
  void aRestartInTheMiddleLosesAndDoublesNothing() {
    var run = new TestRun(bench, "lab-1", "lab-2");
    var runners = List.of(run.runner("lab-1", 1), run.runner("lab-2", 1));
    for (int second = 0; second < 300; second++) {
      for (var runner : runners) {
        run.tell(runner.second(second, 1_000 + second, 2_000, 50 * second));
      }
      if (second == 100) {
        bench.stopService();
      }
      if (second == 200) {
        bench.startService();
      }
    }
    runners.forEach(runner -> run.tell(runner.end()));
    run.awaitCheck();

    var check = run.get("completeness");
    assertThat(run.problems()).isEmpty();
    assertThat(check.get("ended").asBoolean()).isTrue();
    assertThat(check.get("stored")).isEqualTo(check.get("counted"));
    assertThat(check.at("/stored/operations/passed").asLong()).isEqualTo(1_800);
    assertThat(run.get("seconds")).hasSize(300);
    assertThat(run.get("summary").at("/lines/0/latency"))
        .isEqualTo(TestRun.latency(runners.get(0).all, runners.get(1).all));
    assertThat(run.told("results-proven").getLast().get("problems")).isEmpty();
  }

  @Test
  void aDatabaseThatIsAwayForAWhileLosesAndDoublesNothing() throws Exception {
    var run = new TestRun(bench, "lab-1");
    var runner = run.runner("lab-1", 1);
    for (int second = 0; second < 90; second++) {
      run.tell(runner.second(second, 1_000, 2_000));
      if (second == 30) {
        bench.stopDatabase();
      }
      if (second == 60) {
        bench.startDatabase();
      }
    }
    run.tell(runner.end());
    run.awaitCheck();

    assertThat(run.problems()).isEmpty();
    assertThat(run.get("seconds")).hasSize(90);
    assertThat(run.get("summary").at("/lines/0/latency")).isEqualTo(TestRun.latency(runner.all));
  }

  @Test
  void latenciesThatAKilledRunnerTookWithItAreNamed() {
    var run = new TestRun(bench, "lab-1");
    var runner = run.runner("lab-1", 1);
    run.tell(runner.second(0, 1_000), runner.rest(1, 7), runner.end());
    run.awaitCheck();

    assertThat(run.problems())
        .containsExactly(
            "The latencies of 7 of lab-1's operations are missing: its runner ended before it could publish them. They are counted.");
    var all = run.get("summary").at("/lines/0");
    assertThat(all.at("/counts/passed").asLong()).isEqualTo(8);
    assertThat(all.at("/latency/count").asLong()).isEqualTo(1);
  }

  @Test
  void errorsOfAThousandSlavesFitIntoAMessage() {
    var slaves = IntStream.range(0, 1_000).mapToObj("slave-%04d-with-a-long-name"::formatted);
    var names = slaves.toArray(String[]::new);
    var run = new TestRun(bench, names);
    for (int i = 0; i < names.length; i++) {
      var runner = run.runner(names[i], 1);
      run.tell(runner.errors(List.of(error(i % 150), error((i + 1) % 150))), runner.end());
    }
    run.awaitCheck();

    assertThat(run.get("errors")).hasSize(150);
    assertThat(run.told("errors-grouped"))
        .isNotEmpty()
        .allSatisfy(message -> assertThat(message.toString()).hasSizeLessThan(100_000));
  }

  private static ErrorCount error(int number) {
    return new ErrorCount(
        "Shop", "GET /" + number, "status " + number, "what went wrong. ".repeat(200), 1);
  }

  @Test
  void aGapIsNamed() {
    var run = new TestRun(bench, "lab-1");
    var runner = run.runner("lab-1", 1);
    run.tell(runner.second(0, 1_000));
    runner.second(1, 2_000, 3_000);
    run.tell(runner.second(2, 4_000), runner.end());
    run.awaitCheck();

    var sentences =
        List.of(
            "1 of lab-1's records are missing (number 1): what they held is not in the results.",
            "lab-1 counted 4 passed operations, and 2 are stored.",
            "lab-1 counted 3 failed operations, and 2 are stored.",
            "lab-1 counted 4 passed transactions, and 2 are stored.");
    assertThat(run.problems()).containsExactlyElementsOf(sentences);
    assertThat(run.told("results-proven").getLast().get("problems")).hasSize(4);
  }

  @Test
  void aRunThatEndedWithoutASlaveIsCheckedAsItIs() {
    var run = new TestRun(bench, "lab-1", "lab-2");
    run.tell(run.runner("lab-1", 1).second(7, 1_000));
    run.end(RunState.ABORTED);
    run.awaitCheck();

    assertThat(run.problems())
        .containsExactly(
            "lab-1 has not ended its results (epoch 1): what it measured after second 7 may be missing.",
            "lab-2 has sent no results: its part of the run is missing.");
    assertThat(run.get("completeness").get("ended").asBoolean()).isFalse();
  }

  @Test
  void debugLinesAreKeptOnceAndCounted() {
    var run = new TestRun(bench, "lab-1");
    for (int i = 0; i < 10_050; i++) {
      bench.send(DEBUG_LOGS, line(run.id, i));
    }
    bench.tell(DEBUG_LOGS, line(run.id, 3), line(run.id, 10_049));
    bench.awaitAllRead();

    var page = run.get("logs?after=0&limit=2");
    assertThat(page.get("written").asLong()).isEqualTo(10_050);
    assertThat(page.get("kept").asLong()).isEqualTo(10_000);
    assertThat(page.findValuesAsString("text")).containsExactly("line 0", "line 1");
    var next = page.at("/lines/1/number").asLong();
    assertThat(run.get("logs?limit=1&after=" + next).findValuesAsString("text"))
        .containsExactly("line 2");
    assertThat(run.get("logs?limit=1&after=-1").findValuesAsString("text"))
        .containsExactly("line 9999");
  }

  @Test
  void capturedFailuresAreKeptOnceAndFoundByTheirGroup() {
    var run = new TestRun(bench, "lab-1");
    bench.tell(
        DEBUG_LOGS,
        failure(run.id, 0, "refused"),
        failure(run.id, 1, "reset"),
        failure(run.id, 0, "refused"));
    bench.awaitAllRead();

    assertThat(run.get("failures").findValuesAsString("fingerprint"))
        .containsExactly("refused", "reset");
    assertThat(run.get("failures?action=Shop&fingerprint=reset").findValuesAsString("sequence"))
        .containsExactly("1");
    assertThat(run.get("failures?slave=lab-2")).isEmpty();
  }

  @Test
  void anUnknownRunOrSlaveIsRefused() {
    var run = new TestRun(bench, "lab-1");
    bench.awaitAllRead();
    for (var what :
        List.of("seconds", "summary", "errors", "failures", "overload", "logs", "completeness")) {
      var answer = bench.answer("/api/results/nowhere/" + what);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("There is no run nowhere.");
    }
    var answer = bench.answer("/api/results/" + run.id + "/summary?slave=lab-9");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no slave of run " + run.id + " lab-9.");
  }

  private static CapturedFailure failure(String run, long sequence, String fingerprint) {
    return new CapturedFailure(
        Message.SCHEMA,
        Runner.AT,
        run,
        "lab-1",
        1,
        sequence,
        0,
        "Shop",
        "GET /",
        "anna",
        fingerprint,
        "a problem with \0 in it",
        new CapturedRequest("GET", "http://shop/", List.of(), ""),
        null,
        new CapturedTimes(null, null, null, 7));
  }

  private static DebugLine line(String run, long sequence) {
    return new DebugLine(
        Message.SCHEMA,
        Runner.AT,
        run,
        "lab-1",
        1,
        sequence,
        0,
        "Shop",
        "anna",
        "line " + sequence);
  }
}
