package io.crowdbench.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  @TempDir Path directory;

  @Test
  void keepsRecordsOverARestart() throws Exception {
    try (var kafka = EmbeddedKafka.start(directory, 0);
        var producer = producer(kafka)) {
      producer.send(new ProducerRecord<>("notes", "key", "kept")).get();
    }
    try (var kafka = EmbeddedKafka.start(directory, 0);
        var consumer = consumer(kafka)) {
      var partition = new TopicPartition("notes", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(consumer.poll(Duration.ofMillis(200)))
                  .singleElement()
                  .satisfies(each -> assertThat(each.value()).isEqualTo("kept")));
    }
  }

  private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.brokers()),
        new StringSerializer(),
        new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", kafka.brokers()),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
