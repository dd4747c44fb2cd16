package io.crowdbench.localstack.demo;

import io.crowdbench.messages.Topics;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.ResultsChecked;
import io.crowdbench.messages.result.SecondMerged;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/// A line per second of a run, as results-service tells them on the topic `results`.
final class LiveTable implements AutoCloseable {

  /// A second that some slave has not told of is shown all the same once it is this many seconds
  /// old.
  private static final int TIMEOUT = 3;

  private final JsonMapper json = JsonMapper.shared();
  private final KafkaConsumer<String, byte[]> consumer;
  private final LiveLine line;
  private final int slaves;
  private final TreeMap<Integer, SecondMerged> waiting = new TreeMap<>();

  /// @param slaves how many slaves tell of each second
  LiveTable(String kafka, int slaves, PrintWriter out) {
    this.slaves = slaves;
    this.line = new LiveLine(out);
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /// From now on nothing is missed.
  void listen() {
    var partitions =
        consumer.partitionsFor(Topics.RESULTS, Duration.ofSeconds(30)).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /// Shows the run until its results are complete.
  void follow(String run, Duration patience) {
    line.head();
    var deadline = System.nanoTime() + patience.toNanos();
    var proven = false;
    while (!proven && System.nanoTime() < deadline) {
      for (var entry : consumer.poll(Duration.ofMillis(500))) {
        if (run.equals(entry.key())) {
          proven |= take(json.readValue(entry.value(), Result.class));
        }
      }
      show(proven);
    }
  }

  private boolean take(Result result) {
    if (result instanceof SecondMerged second && second.slave().equals(Result.ALL_SLAVES)) {
      waiting.put(second.second(), second);
    }
    return result instanceof ResultsChecked;
  }

  private void show(boolean all) {
    while (!waiting.isEmpty() && (all || isWhole(waiting.firstEntry().getValue()))) {
      line.show(waiting.pollFirstEntry().getValue());
    }
  }

  private boolean isWhole(SecondMerged second) {
    return second.slaves() >= slaves || second.second() < waiting.lastKey() - TIMEOUT;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
