package io.crowdbench.runs.lifecycle;

/// Where one slave is in a run.
enum MemberState {
  /// The bundle is on its way to it.
  WAITING,
  /// The bundle is there; its agent makes a runner ready.
  PREPARING,
  /// Its runner waits for the start.
  READY,
  /// Its runner carries load.
  RUNNING,
  /// Its load is over; its users finish what they are at.
  DRAINING,
  /// Its runner ended in order.
  FINISHED,
  /// It fell silent or its runner failed.
  LOST,
  /// The run ended before its runner carried any load.
  DISMISSED;

  /// True while something is still expected of it.
  boolean active() {
    return switch (this) {
      case WAITING, PREPARING, READY, RUNNING, DRAINING -> true;
      case FINISHED, LOST, DISMISSED -> false;
    };
  }

  /// True while its runner has users.
  boolean carriesLoad() {
    return this == RUNNING || this == DRAINING;
  }
}
