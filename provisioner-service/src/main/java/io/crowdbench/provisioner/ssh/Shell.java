package io.crowdbench.provisioner.ssh;

/// Words for a shell's command line.
public final class Shell {

  private Shell() {}

  /// The text as one word, whatever is in it.
  public static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
