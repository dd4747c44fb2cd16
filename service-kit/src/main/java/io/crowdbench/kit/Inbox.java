package io.crowdbench.kit;

import io.crowdbench.messages.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// The function of a binding in batch mode. A batch that fails its handler is handed over again
  /// message by message, so the handler must leave nothing behind when it throws.
  public <M extends Message> Consumer<List<byte[]>> batch(
      String topic, Class<M> family, Consumer<List<M>> handler) {
    return payloads -> {
      var batch = new ArrayList<Entry<M>>();
      for (var payload : payloads) {
        read(topic, family, payload).ifPresent(message -> batch.add(new Entry<>(message, payload)));
      }
      handle(topic, batch, handler);
    };
  }

  /// A message with the time that Kafka gave it.
  public record Timed<M>(M message, Instant at) {}

  /// The same for a handler that needs these times.
  public <M extends Message>
      Consumer<org.springframework.messaging.Message<List<byte[]>>> batchTimed(
          String topic, Class<M> family, Consumer<List<Timed<M>>> handler) {
    return records -> {
      var payloads = records.getPayload();
      var times = (List<?>) records.getHeaders().get(KafkaHeaders.RECEIVED_TIMESTAMP);
      if (times == null || times.size() != payloads.size()) {
        // Spring's own conversion leaves messages out: the binding needs native decoding.
        throw new IllegalStateException(
            "A batch from %s came with %d messages and the times %s."
                .formatted(topic, payloads.size(), times));
      }
      var batch = new ArrayList<Entry<Timed<M>>>();
      for (int i = 0; i < payloads.size(); i++) {
        var payload = payloads.get(i);
        var at = Instant.ofEpochMilli((Long) times.get(i));
        read(topic, family, payload)
            .ifPresent(message -> batch.add(new Entry<>(new Timed<>(message, at), payload)));
      }
      handle(topic, batch, handler);
    };
  }

  // Its payload is only handed on, never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Entry<M>(M message, byte[] payload) {}

  private <M> void handle(String topic, List<Entry<M>> batch, Consumer<List<M>> handler) {
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
  }

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
