package io.crowdbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.messages.run.RunPlan.RunSlave;
import io.crowdbench.messages.run.RunPlanned;
import io.crowdbench.messages.run.RunScheduled;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A run that was planned and started, as the other services would tell of it.
final class TestRun {

  final String id = UUID.randomUUID().toString();
  private final Bench bench;

  TestRun(Bench bench, String... slaves) {
    this.bench = bench;
    var named = Arrays.stream(slaves).map(slave -> new RunSlave(slave, slave)).toList();
    var plan =
        new RunPlan("test", "bundle", "http://127.0.0.1", named, List.of(), 1, 0, Bounds.NONE);
    bench.tell(
        Topics.RUN_EVENTS,
        new RunPlanned(Message.SCHEMA, Runner.AT, id, 0, plan, "a test"),
        new RunScheduled(Message.SCHEMA, Runner.AT, id, 1, Runner.AT));
  }

  Runner runner(String slave, long epoch) {
    return new Runner(id, slave, epoch);
  }

  void tell(Message... samples) {
    bench.tell(Topics.SAMPLES, samples);
  }

  void end(RunState state) {
    bench.tell(
        Topics.RUN_EVENTS,
        new RunStateChanged(Message.SCHEMA, Instant.now(), id, 2, state, "It ended."));
  }

  /// What results-service answers about the run.
  JsonNode get(String what) {
    return bench.get("/api/results/" + id + "/" + what);
  }

  List<String> problems() {
    return get("completeness").get("problems").valueStream().map(JsonNode::asString).toList();
  }

  void awaitCheck() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(bench.topic(Topics.RESULTS)).anyMatch(this::isCheck));
    bench.awaitAllRead();
  }

  private boolean isCheck(String message) {
    return message.contains("results-proven") && message.contains(id);
  }

  /// The messages of one type that were told of this run.
  List<JsonNode> told(String type) {
    return bench.topic(Topics.RESULTS).stream()
        .map(it -> JsonMapper.shared().readTree(it))
        .filter(it -> it.get("run").asString().equals(id) && it.get("type").asString().equals(type))
        .toList();
  }

  /// The percentiles of all these together, worked out here.
  static JsonNode latency(Histogram... histograms) {
    var all = new Histogram(3);
    for (var histogram : histograms) {
      all.add(histogram);
    }
    var node = JsonMapper.shared().createObjectNode();
    node.put("count", all.getTotalCount());
    node.put("mean", all.getMean());
    node.put("min", all.getMinValue());
    node.put("p50", all.getValueAtPercentile(50));
    node.put("p90", all.getValueAtPercentile(90));
    node.put("p95", all.getValueAtPercentile(95));
    node.put("p99", all.getValueAtPercentile(99));
    node.put("p999", all.getValueAtPercentile(99.9));
    node.put("max", all.getMaxValue());
    return JsonMapper.shared().readTree(node.toString());
  }
}
