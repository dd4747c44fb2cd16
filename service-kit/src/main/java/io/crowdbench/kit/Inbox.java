package io.crowdbench.kit;

import io.crowdbench.messages.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads messages off a topic and hands them to their handler. One bad message stops nobody: what
/// can't be read, or fails its handler each time, goes to the dead letters. A failure that passes
/// by itself is thrown on, and the message comes again.
public class Inbox {

  /// A failure that does not look as if it passed gets this many tries: it may have come of
  /// something else that happened at the same time.
  private static final int MAX_TRIES = 3;

  private final JsonMapper json;
  private final DeadLetters deadLetters;

  Inbox(JsonMapper json, DeadLetters deadLetters) {
    this.json = json;
    this.deadLetters = deadLetters;
  }

  /// The function of a binding that takes one message at a time.
  public <M extends Message> Consumer<byte[]> each(
      String topic, Class<M> family, Consumer<? super M> handler) {
    return payload ->
        read(topic, family, payload)
            .ifPresent(message -> handle(topic, payload, () -> handler.accept(message)));
  }

  /// The same for a handler that needs the time Kafka gave the message.
  public <M extends Message> Consumer<org.springframework.messaging.Message<byte[]>> eachTimed(
      String topic, Class<M> family, BiConsumer<? super M, Instant> handler) {
    return record -> {
      var time = record.getHeaders().get(KafkaHeaders.RECEIVED_TIMESTAMP, Long.class);
      var at = time == null ? Instant.EPOCH : Instant.ofEpochMilli(time);
      var payload = record.getPayload();
      read(topic, family, payload)
          .ifPresent(message -> handle(topic, payload, () -> handler.accept(message, at)));
    };
  }

  /// The function of a binding in batch mode. A batch that fails its handler is handed over again
  /// message by message, so the handler must leave nothing behind when it throws.
  public <M extends Message> Consumer<List<byte[]>> batch(
      String topic, Class<M> family, Consumer<List<M>> handler) {
    return payloads -> {
      var batch = new ArrayList<Entry<M>>();
      for (var payload : payloads) {
        read(topic, family, payload).ifPresent(message -> batch.add(new Entry<>(message, payload)));
      }
      try {
        handler.accept(batch.stream().map(Entry::message).toList());
      } catch (RuntimeException e) {
        if (Retryable.is(e)) {
          throw e;
        }
        for (var entry : batch) {
          handle(topic, entry.payload(), () -> handler.accept(List.of(entry.message())));
        }
      }
    };
  }

  // Its payload is only handed on, never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Entry<M>(M message, byte[] payload) {}

  private void handle(String topic, byte[] payload, Runnable handler) {
    for (int tries = 1; ; tries++) {
      try {
        handler.run();
        return;
      } catch (RuntimeException e) {
        if (Retryable.is(e)) {
          throw e;
        }
        if (tries == MAX_TRIES) {
          deadLetters.add(topic, payload, "handle", String.valueOf(e.getMessage()), e);
          return;
        }
      }
    }
  }

  private <M extends Message> Optional<M> read(String topic, Class<M> family, byte[] payload) {
    try {
      return Optional.of(json.readValue(payload, family));
    } catch (JacksonException e) {
      deadLetters.add(topic, payload, "read", e.getOriginalMessage(), e);
      return Optional.empty();
    }
  }
}
