package io.crowdbench.results.store;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;

/// What a number of a run's dictionary stands for.
///
/// @param kind name of a [Kind], or `USERS` for the users of an action
public record SeriesKey(String kind, String action, String name, Outcome outcome) {

  private static final String USERS = "USERS";

  public static SeriesKey of(Kind kind, String action, String name, Outcome outcome) {
    return new SeriesKey(kind.name(), action, name, outcome);
  }

  /// Stands for the users of an action.
  public static SeriesKey users(String action) {
    return new SeriesKey(USERS, action, action, Outcome.PASSED);
  }

  boolean isUsers() {
    return kind.equals(USERS);
  }
}
