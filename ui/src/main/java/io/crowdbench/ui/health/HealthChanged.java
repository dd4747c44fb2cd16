package io.crowdbench.ui.health;

import io.crowdbench.messages.Message;
import java.time.Instant;

/// Tells open pages to look. It is on no topic: what it would tell of is often the broker.
record HealthChanged(Instant at) implements Message {

  @Override
  public int schema() {
    return SCHEMA;
  }

  @Override
  public String key() {
    return "";
  }
}
