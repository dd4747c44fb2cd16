package io.crowdbench.messages;

import java.time.Instant;

/// What every message on every topic says of itself.
///
/// Readers ignore fields they do not know, so a field may be added without a new schema number; the
/// number grows when a field changes its meaning or goes.
public interface Message {

  /// The schema number that messages of this version carry.
  int SCHEMA = 1;

  /// The schema number the writer used; 1 today.
  int schema();

  /// When the message was made, by its writer's own clock.
  Instant at();

  /// The Kafka key: messages with one key stay in order.
  String key();
}
