package io.crowdbench.benchmarks.scale;

import io.crowdbench.messages.Topics;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.SecondMerged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/// Watches the topic `results`: when the message came that has all slaves in a second.
final class Arrivals implements AutoCloseable {

  private final JsonMapper json = JsonMapper.shared();
  private final KafkaConsumer<String, byte[]> consumer;
  private final String run;
  private final int slaves;
  private final TreeMap<Integer, Long> whole = new TreeMap<>();
  private final List<Integer> sizes = new ArrayList<>();

  Arrivals(String brokers, String run, int slaves) {
    this.run = run;
    this.slaves = slaves;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(Topics.RESULTS, Duration.ofSeconds(30)).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /// Watches until the second is there, or it is too late.
  void watch(int second, long untilMillis) {
    while (!whole.containsKey(second) && System.currentTimeMillis() < untilMillis) {
      for (var record : consumer.poll(Duration.ofMillis(100))) {
        if (run.equals(record.key())
            && json.readValue(record.value(), Result.class) instanceof SecondMerged merged) {
          sizes.add(record.value().length);
          if (merged.slaves() >= slaves) {
            whole.putIfAbsent(merged.second(), System.currentTimeMillis());
          }
        }
      }
    }
  }

  /// How long after the end of its second each of them came, in milliseconds, least first.
  List<Long> lags(long startMillis, int from) {
    return whole.tailMap(from).entrySet().stream()
        .map(it -> it.getValue() - startMillis - 1_000L * (it.getKey() + 1))
        .sorted()
        .toList();
  }

  /// Messages to a second, on average.
  double messages() {
    return whole.isEmpty() ? 0 : (double) sizes.size() / whole.size();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
