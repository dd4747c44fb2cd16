package io.crowdbench.runs.lifecycle;

import io.crowdbench.kit.Brokers;
import io.crowdbench.messages.Topics;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Asks the broker where the topic `agent-events` ends and how far this service has handled it.
@Component
class ReadProgressWatch {

  /// It has one partition, for one clock.
  private static final TopicPartition AGENT_EVENTS = new TopicPartition(Topics.AGENT_EVENTS, 0);

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Admin admin;
  private final String group;
  private final BrokerTime brokerTime;
  private final ReadProgress progress;
  private final SignsOfLife signs;

  ReadProgressWatch(
      Brokers brokers,
      BrokerTime brokerTime,
      ReadProgress progress,
      SignsOfLife signs,
      @Value("${spring.cloud.stream.default.group}") String group) {
    this.admin = brokers.admin(TIMEOUT);
    this.brokerTime = brokerTime;
    this.progress = progress;
    this.signs = signs;
    this.group = group;
  }

  @Scheduled(fixedDelay = 500)
  void look() throws InterruptedException {
    if (!brokerTime.isKnown()) {
      return;
    }
    try {
      var now = brokerTime.now();
      var ends = admin.listOffsets(Map.of(AGENT_EVENTS, OffsetSpec.latest()));
      var end = ends.partitionResult(AGENT_EVENTS).get().offset();
      var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      var committed = offsets.get(AGENT_EVENTS);
      signs.brokerAnswered(now);
      progress.looked(now, end, committed == null ? 0 : committed.offset());
    } catch (ExecutionException e) {
      // The broker is away: nothing more is known.
      signs.brokerFailed();
    }
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
