package io.crowdbench.actions;

/// A check on an answer did not hold. Fails the operation and, unless caught, ends the pass.
public class CheckFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param message what was expected and what came
  public CheckFailed(String message) {
    super(message);
  }
}
