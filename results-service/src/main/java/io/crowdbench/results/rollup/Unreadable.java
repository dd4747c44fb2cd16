package io.crowdbench.results.rollup;

import org.jspecify.annotations.Nullable;

/// A record that is well-formed JSON and can still never be stored; it goes to the dead letters.
final class Unreadable extends IllegalArgumentException {

  Unreadable(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
