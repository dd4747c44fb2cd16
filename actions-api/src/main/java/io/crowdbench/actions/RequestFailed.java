package io.crowdbench.actions;

/// A request got no whole, valid answer: refused, reset, timed out, cut off or malformed. Its
/// operation has failed; unless caught, the pass ends.
public class RequestFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param message what was tried, on what, what came back
  public RequestFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
