package io.crowdbench.agent.operation;

/// Thrown out of a user's call when the run has ended and there was no time to finish. Actions
/// should not catch it; if they do, their next call throws it again.
public final class RunEnded extends RuntimeException {

  private static final long serialVersionUID = 1;

  public RunEnded() {
    super("the run has ended", null, false, false);
  }
}
