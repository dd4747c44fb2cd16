package io.crowdbench.kit;

import io.crowdbench.messages.Message;
import java.nio.charset.StandardCharsets;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.json.JsonMapper;

/// Publishes a message to the topic of a binding, under the message's own key, past the database.
/// What follows from a change in the database goes through the publisher instead.
public class Publisher {

  private final StreamBridge bridge;
  private final JsonMapper json;

  Publisher(StreamBridge bridge, JsonMapper json) {
    this.bridge = bridge;
    this.json = json;
  }

  /// Returns once the message is handed to Kafka; a binding with `producer.sync` waits for the
  /// broker.
  public void publish(String binding, Message message) {
    bridge.send(
        binding,
        MessageBuilder.withPayload(json.writeValueAsBytes(message))
            .setHeader(KafkaHeaders.KEY, message.key().getBytes(StandardCharsets.UTF_8))
            .build());
  }
}
