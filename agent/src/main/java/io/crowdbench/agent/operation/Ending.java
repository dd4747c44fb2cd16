package io.crowdbench.agent.operation;

/// Whether the run still has time for its users.
public final class Ending {

  private volatile boolean over;

  /// From now on every call of a user throws [RunEnded].
  public void now() {
    over = true;
  }

  public boolean isOver() {
    return over;
  }

  public void check() {
    if (over) {
      throw new RunEnded();
    }
  }
}
