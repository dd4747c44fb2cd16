package io.crowdbench.messages.result;

import static io.crowdbench.messages.Required.field;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import org.jspecify.annotations.Nullable;

/// Counts and latencies of one kind, action and name.
///
/// @param action name of the action, or [#ALL]
/// @param name name of the operation (for a transaction the action's), or [#ALL]
/// @param latency of the passed and failed ones, from the real send; absent when there were none
/// @param intendedLatency the same from the scheduled instant; absent where nothing was scheduled
public record SeriesLine(
    Kind kind,
    String action,
    String name,
    OutcomeCounts counts,
    long bytesSent,
    long bytesReceived,
    @Nullable Latency latency,
    @Nullable Latency intendedLatency) {

  /// Stands for all actions or all names together.
  public static final String ALL = "*";

  public SeriesLine {
    field(kind, "kind");
    field(action, "action");
    field(name, "name");
    field(counts, "counts");
  }
}
