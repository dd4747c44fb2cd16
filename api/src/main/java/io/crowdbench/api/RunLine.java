package io.crowdbench.api;

import io.crowdbench.messages.run.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run as lists have it: a line, however many slaves it has. Its plan and its slaves' parts are
/// in the [RunView].
///
/// @param name its plan's
/// @param reason why it is in its state, or what it waits for
/// @param startAt second 0, once it is agreed
/// @param slaveCount how many slaves it has
/// @param firstSlaves names of the first of them
public record RunLine(
    String id,
    String planId,
    String name,
    RunState state,
    String reason,
    Instant createdAt,
    @Nullable Instant startAt,
    @Nullable Instant endedAt,
    int slaveCount,
    List<String> firstSlaves) {

  /// How many slaves a list names.
  public static final int MAX_NAMED = 3;

  /// Its slaves in a few words.
  public String slaves() {
    return inWords(firstSlaves, slaveCount);
  }

  /// @param names of all, or of the first of them
  public static String inWords(List<String> names, int count) {
    var first = String.join(", ", names.stream().limit(MAX_NAMED).toList());
    return count <= MAX_NAMED ? first : "%s and %,d more".formatted(first, count - MAX_NAMED);
  }
}
