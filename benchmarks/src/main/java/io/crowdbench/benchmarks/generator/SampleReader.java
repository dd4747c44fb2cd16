package io.crowdbench.benchmarks.generator;

import io.crowdbench.messages.Topics;
import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a runner has published, as anybody outside would.
final class SampleReader {

  private SampleReader() {}

  /// All batches of a run, up to the end of its stream.
  static List<SampleBatch> read(String brokers, String run) throws IOException {
    var json = JsonMapper.shared();
    var batches = new ArrayList<SampleBatch>();
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topics.SAMPLES).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (System.nanoTime() < end) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (!run.equals(record.key())) {
            continue;
          }
          switch (json.readValue(record.value(), SampleMessage.class)) {
            case SampleBatch batch -> batches.add(batch);
            case EndOfStream _ -> {
              return batches;
            }
          }
        }
      }
    }
    throw new IOException("The stream of run " + run + " has no end.");
  }
}
