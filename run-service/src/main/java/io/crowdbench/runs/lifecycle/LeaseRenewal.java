package io.crowdbench.runs.lifecycle;

import io.crowdbench.kit.Brokers;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.RenewLease;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Lets all agents know, every second, which runs somebody watches over; each record is also a
/// round trip to the broker's clock. Not sent by way of the outbox: a renewal that comes late is
/// worth nothing.
@Component
class LeaseRenewal {

  private static final Logger log = LoggerFactory.getLogger(LeaseRenewal.class);

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /// With no run on, the clock is looked at that many seconds apart.
  private static final int IDLE_SECONDS = 10;

  /// No run has this id.
  private static final String NO_RUN = "-";

  private final ActiveRuns active;
  private final BrokerTime brokerTime;
  private final JsonMapper json;
  private final Clock clock;
  private final KafkaProducer<byte[], byte[]> producer;
  private long seconds;

  LeaseRenewal(
      ActiveRuns active, BrokerTime brokerTime, JsonMapper json, Clock clock, Brokers brokers) {
    this.active = active;
    this.brokerTime = brokerTime;
    this.json = json;
    this.clock = clock;
    this.producer = brokers.producer(TIMEOUT);
  }

  @Scheduled(fixedRate = 1_000)
  void renew() {
    var runs = active.ids();
    if (!runs.isEmpty()) {
      send(runs);
    } else if (seconds % IDLE_SECONDS == 0) {
      send(List.of(NO_RUN));
    }
    seconds++;
  }

  private void send(List<String> runs) {
    try {
      runs.forEach(this::send);
    } catch (KafkaException e) {
      log.debug("Kafka is away; leases are not renewed", e);
    }
  }

  private void send(String run) {
    var sent = clock.instant();
    var message = RenewLease.of(Message.SCHEMA, sent, run);
    producer.send(
        new ProducerRecord<>(
            Topics.AGENT_COMMANDS,
            message.key().getBytes(StandardCharsets.UTF_8),
            json.writeValueAsBytes(message)),
        (appended, failure) -> {
          if (failure == null) {
            brokerTime.observe(sent, clock.instant(), Instant.ofEpochMilli(appended.timestamp()));
          }
        });
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
