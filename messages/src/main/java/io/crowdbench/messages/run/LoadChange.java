package io.crowdbench.messages.run;

/// What of a running run's load can be changed.
public enum LoadChange {
  /// How many users repeat an action.
  USERS,
  /// How many users arrive in a second.
  RATES,
  /// Users finish their pass and wait; nobody arrives; the steps' time stands still.
  PAUSE,
  /// All go on.
  RESUME,
  /// The step under way ends now.
  NEXT_STEP
}
