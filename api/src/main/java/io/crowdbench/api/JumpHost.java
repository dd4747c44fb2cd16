package io.crowdbench.api;

import org.jspecify.annotations.Nullable;

/// A host that SSH goes through on its way to a slave. Its secret is only ever sent, never
/// answered.
///
/// @param privateKey in OpenSSH or PEM format
/// @param passphrase of the private key, if it has one
public record JumpHost(
    String host,
    int port,
    String user,
    @Nullable String password,
    @Nullable String privateKey,
    @Nullable String passphrase) {

  /// Without its secrets.
  @Override
  public String toString() {
    return user + "@" + host + ":" + port;
  }
}
