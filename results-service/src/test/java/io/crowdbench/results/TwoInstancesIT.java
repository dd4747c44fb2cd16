package io.crowdbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One run shared by two results-services, each with a part of the slaves.
class TwoInstancesIT {

  private static final int SLAVES = 12;

  @Test
  void oneIsKilledInMidRunAndNothingIsLostOrDoubled(@TempDir Path directory) throws Exception {
    try (var bench = new Bench(directory)) {
      var other = bench.startAnother(directory.resolve("other.txt"));
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(bench.partitionsOfEach()).hasSize(2).doesNotContain(0));
      var names = new ArrayList<String>();
      for (int i = 1; i <= SLAVES; i++) {
        names.add("lab-" + i);
      }
      var run = new TestRun(bench, names.toArray(String[]::new));
      var runners = names.stream().map(name -> run.runner(name, 1)).toList();

      send(run, runners, 0, 40);
      bench.awaitAllRead();
      send(run, runners, 40, 80);
      // With what it has taken off the topic and not yet stored, or stored and not yet published.
      other.destroyForcibly().waitFor();
      send(run, runners, 80, 120);
      runners.forEach(runner -> run.tell(runner.end()));
      run.awaitCheck();

      assertThat(run.problems()).isEmpty();
      var seconds = run.get("seconds");
      assertThat(seconds).hasSize(120);
      assertThat(seconds.valueStream().map(it -> it.get("slaves").asInt())).containsOnly(SLAVES);
      assertThat(seconds.valueStream().map(it -> it.at("/users/0/active").asInt()))
          .containsOnly(SLAVES);
      assertThat(run.get("summary").at("/lines/0/latency"))
          .isEqualTo(
              TestRun.latency(
                  runners.stream().map(runner -> runner.all).toArray(Histogram[]::new)));
      // The last that was published of each second has all of it.
      var last = new TreeMap<Integer, Integer>();
      run.told("second-merged")
          .forEach(it -> last.put(it.get("second").asInt(), it.get("slaves").asInt()));
      assertThat(last).hasSize(120);
      assertThat(last.values()).containsOnly(SLAVES);
    }
  }

  private static void send(TestRun run, List<Runner> runners, int from, int to) {
    for (int second = from; second < to; second++) {
      for (var runner : runners) {
        run.tell(runner.second(second, 1_000 + second));
      }
    }
  }
}
