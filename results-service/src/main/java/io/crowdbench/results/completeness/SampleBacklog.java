package io.crowdbench.results.completeness;

import io.crowdbench.messages.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// How far the topic `samples` goes, and how far it has been read: as long as samples wait, as
/// after a restart of the service, nobody can say that one is missing.
@Component
class SampleBacklog {

  private static final String GROUP = "results-service";
  private static final int TIMEOUT_SECONDS = 10;

  private final KafkaAdmin admin;

  SampleBacklog(KafkaAdmin admin) {
    this.admin = admin;
  }

  /// A question to Kafka.
  private interface Question<T> {
    T ask(Admin client) throws ExecutionException, TimeoutException, InterruptedException;
  }

  /// The end of each partition now; empty if Kafka does not say.
  Optional<Map<TopicPartition, Long>> ends() {
    return ask(client -> {
      var topics = answer(client.describeTopics(List.of(Topics.SAMPLES)).allTopicNames());
      var latest =
          topics.values().stream()
              .flatMap(topic -> topic.partitions().stream())
              .map(partition -> new TopicPartition(Topics.SAMPLES, partition.partition()))
              .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
      return answer(client.listOffsets(latest).all()).entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    });
  }

  /// True if everything before those ends has been read; false also if Kafka does not say.
  boolean isReadTo(Map<TopicPartition, Long> ends) {
    return ask(
            client -> {
              var group = client.listConsumerGroupOffsets(GROUP);
              var read = answer(group.partitionsToOffsetAndMetadata());
              return ends.entrySet().stream()
                  .allMatch(end -> {
                    var offset = read.get(end.getKey());
                    return (offset == null ? 0 : offset.offset()) >= end.getValue();
                  });
            })
        .orElse(false);
  }

  private <T> Optional<T> ask(Question<T> question) {
    try (var client = Admin.create(admin.getConfigurationProperties())) {
      return Optional.of(question.ask(client));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static <T> T answer(KafkaFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
