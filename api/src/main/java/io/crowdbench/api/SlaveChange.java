package io.crowdbench.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be different about a slave; what is null stays as it is.
///
/// @param password a new one, which replaces a private key
/// @param privateKey a new one, in OpenSSH or PEM format, which replaces a password
/// @param jump a new jump host with its secret
/// @param noJump true to go there directly from now on
public record SlaveChange(
    @Nullable String name,
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String user,
    @Nullable String password,
    @Nullable String privateKey,
    @Nullable String passphrase,
    @Nullable String folder,
    @Nullable String hostKey,
    @Nullable List<String> labels,
    @Nullable JumpHost jump,
    @Nullable Boolean noJump) {

  /// Without its secrets.
  @Override
  public String toString() {
    return "SlaveChange[" + name + ", " + user + "@" + host + "]";
  }
}
