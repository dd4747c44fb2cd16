package io.crowdbench.kit;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads messages off a topic. One that cannot be understood goes to the topic's dead letters and
/// the log, once; the handler never sees it.
public class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private final JsonMapper json;
  private final StreamBridge bridge;

  Inbox(JsonMapper json, StreamBridge bridge) {
    this.json = json;
    this.bridge = bridge;
  }

  /// The function of a binding that takes one message at a time.
  public <M extends Message> Consumer<byte[]> each(
      String topic, Class<M> family, Consumer<? super M> handler) {
    return payload -> read(topic, family, payload).ifPresent(handler);
  }

  /// The same for a handler that needs the time Kafka gave the message.
  public <M extends Message> Consumer<org.springframework.messaging.Message<byte[]>> eachTimed(
      String topic, Class<M> family, BiConsumer<? super M, Instant> handler) {
    return record -> {
      var time = record.getHeaders().get(KafkaHeaders.RECEIVED_TIMESTAMP, Long.class);
      var at = time == null ? Instant.EPOCH : Instant.ofEpochMilli(time);
      read(topic, family, record.getPayload()).ifPresent(message -> handler.accept(message, at));
    };
  }

  /// The function of a binding in batch mode.
  public <M extends Message> Consumer<List<byte[]>> batch(
      String topic, Class<M> family, Consumer<List<M>> handler) {
    return payloads ->
        handler.accept(
            payloads.stream().flatMap(each -> read(topic, family, each).stream()).toList());
  }

  private <M extends Message> Optional<M> read(String topic, Class<M> family, byte[] payload) {
    try {
      return Optional.of(json.readValue(payload, family));
    } catch (JacksonException e) {
      log.warn(
          "Could not read a message from {}: {}. It is kept on {}.",
          topic,
          e.getOriginalMessage(),
          topic + Topics.DEAD);
      bridge.send(topic + Topics.DEAD, payload);
      return Optional.empty();
    }
  }
}
