package io.crowdbench.results;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// How many records results-service has still to take in.
final class Lag {

  private Lag() {}

  static long of(Admin admin, List<String> topics) throws ExecutionException, InterruptedException {
    var partitions =
        admin.describeTopics(topics).allTopicNames().get().values().stream()
            .flatMap(topic ->
                topic.partitions().stream()
                    .map(it -> new TopicPartition(topic.name(), it.partition())))
            .toList();
    var latest = partitions.stream().collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
    var ends = admin.listOffsets(latest).all().get();
    var read =
        admin.listConsumerGroupOffsets("results-service").partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .mapToLong(end -> end.getValue().offset() - at(read.get(end.getKey())))
        .sum();
  }

  private static long at(@Nullable OffsetAndMetadata read) {
    return read == null ? 0 : read.offset();
  }
}
