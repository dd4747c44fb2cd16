package io.crowdbench.provisioner;

import io.crowdbench.messages.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/// What others say and hear over Kafka.
public final class Wire implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final String brokers;
  private final KafkaProducer<byte[], byte[]> producer;

  public Wire(ProvisionerStack stack) {
    brokers = stack.brokers();
    producer =
        new KafkaProducer<>(
            // One at a time: the topics were just made (KAFKA-15591).
            Map.of("bootstrap.servers", brokers, "max.in.flight.requests.per.connection", 1),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public void say(String topic, Message message) {
    var key = message.key().getBytes(StandardCharsets.UTF_8);
    var _ = producer.send(new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(message)));
    producer.flush();
  }

  /// All that is on a topic now, as text.
  public List<String> heard(String topic) {
    var all = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        for (var each : consumer.poll(Duration.ofMillis(100))) {
          all.add(new String(each.value(), StandardCharsets.UTF_8));
        }
      }
    }
    return all;
  }

  /// The messages of one family on a topic.
  public <M extends Message> List<M> heard(String topic, Class<M> family) {
    return heard(topic).stream().map(text -> JSON.readValue(text, family)).toList();
  }

  @Override
  public void close() {
    producer.close();
  }
}
