package io.crowdbench.kit;

import io.crowdbench.messages.Message;
import java.nio.charset.StandardCharsets;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.json.JsonMapper;

/// Tells the world: writes a message to the topic of a binding, under the message's own key.
public class Outbox {

  private final StreamBridge bridge;
  private final JsonMapper json;

  Outbox(StreamBridge bridge, JsonMapper json) {
    this.bridge = bridge;
    this.json = json;
  }

  /// Returns once the message is handed to Kafka; a binding with `producer.sync` waits for the
  /// broker.
  public void tell(String binding, Message message) {
    bridge.send(
        binding,
        MessageBuilder.withPayload(json.writeValueAsBytes(message))
            .setHeader(KafkaHeaders.KEY, message.key().getBytes(StandardCharsets.UTF_8))
            .build());
  }
}
