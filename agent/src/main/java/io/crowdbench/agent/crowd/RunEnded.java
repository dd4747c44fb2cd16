package io.crowdbench.agent.crowd;

/// Thrown out of a user's call when the run has ended and there was no time to finish. Actions
/// should not catch it; if they do, their next call throws it again.
final class RunEnded extends RuntimeException {

  private static final long serialVersionUID = 1;

  RunEnded() {
    super("the run has ended", null, false, false);
  }
}
