package io.crowdbench.agent.operation;

/// How much later than the schedule wanted it one user is in what it does now. Set by the user's
/// own thread between passes, read by those it starts in them.
public final class ScheduleDelay {

  /// What stands for passes that no schedule wanted at any instant.
  public static final long UNSCHEDULED = -1;

  private long nanos = UNSCHEDULED;

  public void by(long how) {
    nanos = how;
  }

  long nanos() {
    return nanos;
  }
}
