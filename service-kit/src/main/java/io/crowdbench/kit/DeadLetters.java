package io.crowdbench.kit;

import io.crowdbench.messages.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.function.StreamBridge;

/// Puts aside messages that can't be understood or handled, on `<topic>.dead`, so that those behind
/// them go on. How many there are is seen on the topics themselves, and on the home page.
class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final StreamBridge bridge;

  DeadLetters(StreamBridge bridge) {
    this.bridge = bridge;
  }

  /// @param verb what could not be done with it
  void add(String topic, byte[] payload, String verb, String reason, Throwable cause) {
    log.warn(
        "Could not {} a message from {}: {}. It is kept on {}; look there, and report it if its sender is Crowdbench.",
        verb,
        topic,
        reason,
        topic + Topics.DEAD,
        cause);
    bridge.send(topic + Topics.DEAD, payload);
  }
}
