package io.crowdbench.messages.sample;

/// What was measured.
public enum Kind {
  /// One request.
  OPERATION,
  /// One whole pass through an action.
  TRANSACTION,
  /// Steps of a pass that the action's author put together under a name.
  GROUP
}
