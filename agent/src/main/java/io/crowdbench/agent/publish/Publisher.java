package io.crowdbench.agent.publish;

import io.crowdbench.messages.Message;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Writes messages to Kafka, each once and in order. Never called by a user's thread.
public final class Publisher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Publisher.class);

  /// A broker that is away this long has taken the run with it.
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final JsonMapper json = JsonMapper.shared();
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<@Nullable Exception> lost = new AtomicReference<>();

  /// @param brokers addresses to begin with, `host:port,host:port`
  public Publisher(String brokers) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                // Idempotent, too, as it is by default.
                ProducerConfig.ACKS_CONFIG,
                "all",
                // With several on the way, the first for a topic that was just made may be refused
                // while the second is taken: then the first waits in vain, and all behind it
                // (KAFKA-15591, docs/decisions/0015).
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                // Each message as a whole: its histograms are not compressed by themselves.
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                16L * 1024 * 1024,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                TIMEOUT.toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) TIMEOUT.toMillis(),
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /// Hands the message over. Blocks only while Kafka's buffer is full or its broker unknown.
  public void publish(String topic, Message message) {
    publish(topic, message.key(), json.writeValueAsBytes(message), () -> {});
  }

  /// The same for a message that is written as JSON already.
  ///
  /// @param whenAcknowledged called on Kafka's own thread
  public void publish(String topic, String key, byte[] record, Runnable whenAcknowledged) {
    producer.send(
        new ProducerRecord<>(topic, key, record),
        (_, e) -> {
          if (e == null) {
            whenAcknowledged.run();
          } else {
            lost.compareAndSet(null, e);
          }
        });
  }

  /// The same for what a run can do without: that it was lost is no problem of the run.
  public void publishIfPossible(String topic, Message message) {
    publish(
        topic,
        message,
        (_, e) -> {
          if (e != null) {
            log.warn("Lost a message to {}: {}", topic, e.getMessage());
          }
        });
  }

  /// @param whenAcknowledged called on Kafka's own thread
  public void publish(String topic, Message message, Callback whenAcknowledged) {
    producer.send(
        new ProducerRecord<>(topic, message.key(), json.writeValueAsBytes(message)),
        whenAcknowledged);
  }

  /// Waits until all that was published is acknowledged.
  ///
  /// @return why something was lost, or null if nothing was
  public @Nullable Exception settle() {
    producer.flush();
    return lost.get();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
