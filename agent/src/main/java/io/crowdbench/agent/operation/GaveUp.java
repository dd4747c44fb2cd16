package io.crowdbench.agent.operation;

/// Thrown out of a user's pass that its author has ended because it can't go on.
public final class GaveUp extends RuntimeException {

  private static final long serialVersionUID = 1;

  public GaveUp(String reason) {
    super("gave up: " + reason, null, false, false);
  }

  /// What results count it as.
  public String counter() {
    return String.valueOf(getMessage());
  }

  @Override
  public String toString() {
    return counter();
  }
}
