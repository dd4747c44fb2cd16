package io.crowdbench.ui.home;

import io.crowdbench.kit.Brokers;
import io.crowdbench.messages.Topics;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Counts them on Kafka itself, so that no restart forgets them.
@Component
class KafkaDeadLetterCount implements DeadLetterCount {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Admin admin;

  KafkaDeadLetterCount(Brokers brokers) {
    this.admin = brokers.admin(TIMEOUT);
  }

  @Override
  public Map<String, Long> byTopic() {
    try {
      return count();
    } catch (ExecutionException e) {
      // Kafka is away, which the page says by other means.
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  private Map<String, Long> count() throws ExecutionException, InterruptedException {
    var names =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith("crowdbench.") && name.endsWith(Topics.DEAD))
            .toList();
    var earliest = new HashMap<TopicPartition, OffsetSpec>();
    var latest = new HashMap<TopicPartition, OffsetSpec>();
    for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(each -> {
            var partition = new TopicPartition(topic.name(), each.partition());
            earliest.put(partition, OffsetSpec.earliest());
            latest.put(partition, OffsetSpec.latest());
          });
    }
    var begins = admin.listOffsets(earliest).all().get();
    var counts = new TreeMap<String, Long>();
    admin
        .listOffsets(latest)
        .all()
        .get()
        .forEach((partition, end) -> {
          var begin = begins.get(partition);
          var count = end.offset() - (begin == null ? 0 : begin.offset());
          if (count > 0) {
            var topic = partition.topic();
            counts.merge(
                topic.substring(0, topic.length() - Topics.DEAD.length()), count, Long::sum);
          }
        });
    return counts;
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
