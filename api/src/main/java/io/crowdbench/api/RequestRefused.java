package io.crowdbench.api;

import java.util.List;

/// A request failed, and its caller can't go on without the answer.
public final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  /// @param status of the answer; 0 where none came
  /// @param problems whole sentences
  public RequestRefused(int status, List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.status = status;
  }

  public int status() {
    return status;
  }
}
