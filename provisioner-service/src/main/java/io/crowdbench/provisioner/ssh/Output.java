package io.crowdbench.provisioner.ssh;

/// What a command on a host left.
///
/// @param out all it wrote, errors among it
public record Output(int exitCode, String out) {

  public boolean ok() {
    return exitCode == 0;
  }
}
