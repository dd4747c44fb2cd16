package io.crowdbench.agent.crowd;

/// Whether the run still has time for its users.
final class Ending {

  private volatile boolean over;

  /// From now on every call of a user throws [RunEnded].
  void now() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  void check() {
    if (over) {
      throw new RunEnded();
    }
  }
}
