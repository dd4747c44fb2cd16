package io.crowdbench.provisioner.tunnel;

import io.crowdbench.kit.Brokers;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.provisioning.TunnelsKept;
import jakarta.annotation.PreDestroy;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says every second which tunnels are kept here. Not sent by way of the outbox: a report that
/// comes late is worth nothing.
@Component
class TunnelReport {

  private static final Logger log = LoggerFactory.getLogger(TunnelReport.class);

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final String instance = new BigInteger(40, new SecureRandom()).toString(36);
  private final Tunnels tunnels;
  private final JsonMapper json;
  private final Clock clock;
  private final KafkaProducer<byte[], byte[]> producer;

  TunnelReport(Tunnels tunnels, JsonMapper json, Clock clock, Brokers brokers) {
    this.tunnels = tunnels;
    this.json = json;
    this.clock = clock;
    this.producer = brokers.producer(TIMEOUT);
  }

  @Scheduled(fixedRate = 1_000)
  void publish() {
    var kept = tunnels.kept();
    var open = kept.getOrDefault(true, List.of());
    var broken = kept.getOrDefault(false, List.of());
    if (open.isEmpty() && broken.isEmpty()) {
      return;
    }
    var report = new TunnelsKept(Message.SCHEMA, clock.instant(), instance, open, broken);
    try {
      producer.send(
          new ProducerRecord<>(
              Topics.TUNNEL_EVENTS,
              report.key().getBytes(StandardCharsets.UTF_8),
              json.writeValueAsBytes(report)));
    } catch (KafkaException e) {
      log.debug("Kafka is away; nobody hears of the tunnels", e);
    }
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
