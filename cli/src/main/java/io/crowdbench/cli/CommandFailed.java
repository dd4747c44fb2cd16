package io.crowdbench.cli;

/// A command can't go on, for a reason that its user can do something about.
public class CommandFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param sentence what was tried, on what, what came back, what to do
  public CommandFailed(String sentence) {
    super(sentence);
  }

  protected CommandFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
