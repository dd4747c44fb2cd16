package io.crowdbench.results.histogram;

import org.jspecify.annotations.Nullable;

/// A record that is well-formed JSON and can still never be stored; it goes to the dead letters.
public final class Unreadable extends IllegalArgumentException {

  public Unreadable(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
