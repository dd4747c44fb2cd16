package io.crowdbench.localstack;

import io.crowdbench.cli.CommandFailed;

/// The local stack could not do what was asked, for a reason a person can do something about.
public final class StackFailed extends CommandFailed {

  private static final long serialVersionUID = 1;

  /// @param sentence what was tried, on what, what came back, what to do
  public StackFailed(String sentence) {
    super(sentence);
  }

  public StackFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
