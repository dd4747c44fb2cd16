package io.crowdbench.agent.testing;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/// Everything that was ever told on all topics, in order. Not for several threads.
public final class TopicLog implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Message> messages = new ArrayList<>();

  public TopicLog(String brokers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        Topics.ALL.stream()
            .flatMap(topic -> partitions(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /// A topic that has just been made is known to its broker only a moment later.
  private List<PartitionInfo> partitions(String topic) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> consumer.partitionsFor(topic), found -> !found.isEmpty());
  }

  public <M extends Message> List<M> read(Class<M> family) {
    for (var entry : consumer.poll(Duration.ofMillis(100))) {
      var topic =
          Topics.ALL.stream().filter(t -> t.name().equals(entry.topic())).findFirst().orElseThrow();
      messages.add(JsonMapper.shared().readValue(entry.value(), topic.message()));
    }
    return messages.stream().filter(family::isInstance).map(family::cast).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
