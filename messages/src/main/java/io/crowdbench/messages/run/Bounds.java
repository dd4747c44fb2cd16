package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.map;
import static io.crowdbench.messages.Required.orElse;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What bounds the load besides its steps.
///
/// @param iterations passes that each user of the closed model does at most, by the action's name;
///   no bound for an action that is not named
/// @param maxMillis how long the load may last at most, pauses included; absent for no bound
/// @param visitors who it is that arrives in the open model
/// @param maxUsers how many who arrived may be there at the same time; absent for as many as there
///   are user ids
public record Bounds(
    Map<String, Integer> iterations,
    @Nullable Long maxMillis,
    Visitors visitors,
    @Nullable Integer maxUsers) {

  public static final Bounds NONE = new Bounds(Map.of(), null, Visitors.NEW, null);

  public Bounds {
    iterations = map(iterations);
    visitors = orElse(visitors, Visitors.NEW);
  }

  /// Equals what need not be written: how Jackson is told.
  public static final class None {

    @Override
    public boolean equals(Object other) {
      return other == null || NONE.equals(other);
    }

    @Override
    public int hashCode() {
      return NONE.hashCode();
    }
  }
}
