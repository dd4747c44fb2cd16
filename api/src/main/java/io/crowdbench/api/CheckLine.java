package io.crowdbench.api;

import org.jspecify.annotations.Nullable;

/// One thing that was looked at on a slave.
///
/// @param what what was looked at, such as "host key" or "disk space"
/// @param outcome how it is
/// @param found what was found, in a few words
/// @param remedy what to do about it, a whole sentence; null if all is well
/// @param millis how long it took
public record CheckLine(
    String what, Outcome outcome, String found, @Nullable String remedy, long millis) {

  /// How a thing is.
  public enum Outcome {
    OK,
    /// The slave can carry load, but something is not as it should be.
    WARNING,
    FAILED,
    /// It could not be looked at, because something before it failed.
    SKIPPED
  }
}
