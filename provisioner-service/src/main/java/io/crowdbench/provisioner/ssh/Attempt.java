package io.crowdbench.provisioner.ssh;

/// How an attempt to get into a host ended.
public sealed interface Attempt {

  /// We are in. Whoever gets this closes the host.
  ///
  /// @param hostKey fingerprint the host showed
  record Connected(SshHost host, String hostKey) implements Attempt {}

  /// We are not.
  ///
  /// @param problem a whole sentence for people
  record Failed(String problem) implements Attempt {}
}
