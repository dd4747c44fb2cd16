package io.crowdbench.messages.run;

/// Who it is that arrives.
public enum Visitors {
  /// Each is a new user, who begins, passes once and ends.
  NEW,
  /// The one of the users who were there before that has been away longest, with all it has kept; a
  /// new one only while nobody is away. All end with the run.
  RETURNING
}
