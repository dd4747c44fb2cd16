package io.crowdbench.messages.sample;

import static io.crowdbench.messages.Required.field;

/// One kind of error and how often it came in a second.
///
/// @param action name of the action it came in
/// @param operation name of the operation it came in; the action's name where it was outside of any
/// @param fingerprint what makes errors the same: equal for messages that differ only in ids and
///   numbers
/// @param message the first such message, in full
public record ErrorCount(
    String action, String operation, String fingerprint, String message, long count) {

  public ErrorCount {
    field(action, "action");
    field(operation, "operation");
    field(fingerprint, "fingerprint");
    field(message, "message");
  }
}
