package io.crowdbench.messages.run;

/// Where a run is between its plan and its end.
public enum RunState {
  /// Waits for its slaves, which another run holds.
  QUEUED,
  /// Holds its slaves; bundle and runners are being made ready.
  PREPARING,
  /// Load is on.
  RUNNING,
  /// Users finish their last transaction; counters come in.
  DRAINING,
  /// Ended as planned.
  COMPLETED,
  /// Ended early because something was lost or a person stopped it in the middle.
  ABORTED,
  /// Taken back before any load.
  CANCELLED,
  /// Could not be prepared.
  FAILED;

  /// True once nothing more will happen.
  public boolean ended() {
    return this == COMPLETED || this == ABORTED || this == CANCELLED || this == FAILED;
  }
}
