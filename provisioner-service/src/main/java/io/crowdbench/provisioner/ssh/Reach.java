package io.crowdbench.provisioner.ssh;

import org.jspecify.annotations.Nullable;

/// How far we came on the way into a host.
public sealed interface Reach {

  /// We are in. Whoever gets this closes the host.
  ///
  /// @param hostKey fingerprint the host showed
  /// @param jumpHostKey fingerprint the jump host showed; null if there is none
  record In(
      SshHost host,
      String hostKey,
      @Nullable String jumpHostKey,
      long connectMillis,
      long loginMillis)
      implements Reach {}

  /// We are not.
  ///
  /// @param atJump whether the jump host stopped us
  /// @param problem a whole sentence for people
  /// @param shown fingerprint the host showed, as far as we came
  record Stopped(
      By by,
      boolean atJump,
      String problem,
      @Nullable String shown,
      long connectMillis,
      long loginMillis)
      implements Reach {}

  /// What stopped us.
  enum By {
    /// There is no connection.
    NETWORK,
    /// The host shows another key than the one that is known.
    HOST_KEY,
    /// The host does not accept the password or key.
    LOGIN
  }
}
