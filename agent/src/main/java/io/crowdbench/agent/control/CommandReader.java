package io.crowdbench.agent.control;

import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentCommand;
import io.crowdbench.messages.agent.RenewLease;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads this slave's commands, from the moment of the agent's start on: older ones were for an
/// older epoch.
final class CommandReader implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CommandReader.class);

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final JsonMapper json = JsonMapper.shared();
  private final String slave;
  private final KafkaConsumer<String, byte[]> consumer;

  /// @param brokers as this process reaches them
  CommandReader(String slave, String brokers) {
    this.slave = slave;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                // No group: every agent reads the topic by itself and remembers nothing.
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                // The services make the topics, as they are meant to be.
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /// From now on no command is missed.
  void listen() {
    var partitions = awaitPartitions();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Seeking is lazy; asking for the position makes it happen now.
    partitions.forEach(consumer::position);
  }

  /// A topic that has just been made is known to its broker only a moment later.
  private List<TopicPartition> awaitPartitions() {
    var end = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      var partitions =
          consumer.partitionsFor(Topics.AGENT_COMMANDS, TIMEOUT).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (!partitions.isEmpty()) {
        return partitions;
      }
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "Kafka has no topic %s, where commands would come from. Crowdbench's services make it when they start: are they there, and with this Kafka?"
                .formatted(Topics.AGENT_COMMANDS));
      }
      LockSupport.parkNanos(this, Duration.ofMillis(100).toNanos());
    }
  }

  /// Calls for each command to this slave, until closed.
  void each(Consumer<AgentCommand> receiver) {
    try {
      while (true) {
        for (var entry : consumer.poll(Duration.ofSeconds(1))) {
          if (slave.equals(entry.key()) || RenewLease.EVERYBODY.equals(entry.key())) {
            read(entry, receiver);
          }
        }
      }
    } catch (WakeupException e) {
      consumer.close();
    }
  }

  private void read(ConsumerRecord<String, byte[]> entry, Consumer<AgentCommand> receiver) {
    try {
      receiver.accept(json.readValue(entry.value(), AgentCommand.class));
    } catch (JacksonException e) {
      log.warn("Left out a command that could not be understood: {}", e.getOriginalMessage());
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
  }
}
