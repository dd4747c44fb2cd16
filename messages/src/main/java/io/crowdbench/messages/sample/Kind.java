package io.crowdbench.messages.sample;

/// What was measured.
public enum Kind {
  /// One request.
  OPERATION,
  /// One whole pass through an action.
  TRANSACTION
}
