package io.crowdbench.messages.sample;

import static io.crowdbench.messages.Required.field;

import org.jspecify.annotations.Nullable;

/// Everything of one kind, action, name and outcome that ended in a second.
///
/// Histograms are HdrHistogram's V2 encoding in Base64, in microseconds, 3 significant digits;
/// compressed in messages of schema 1, plain from schema 2 on.
///
/// @param action name of the action
/// @param name name of the operation, group, timing or counter; for a transaction the action's name
/// @param count how many ended; for a counter the sum of its amounts
/// @param bytesSent bytes written to the network for them
/// @param bytesReceived bytes read from the network for them
/// @param latency from the real send (for a transaction, its real beginning) to the end; absent for
///   incomplete ones, which have no end, and for counters
/// @param intendedLatency from the instant the schedule wanted; absent where nothing scheduled it
public record Series(
    Kind kind,
    String action,
    String name,
    Outcome outcome,
    long count,
    long bytesSent,
    long bytesReceived,
    @Nullable String latency,
    @Nullable String intendedLatency) {

  public Series {
    field(kind, "kind");
    field(action, "action");
    field(name, "name");
    field(outcome, "outcome");
  }
}
