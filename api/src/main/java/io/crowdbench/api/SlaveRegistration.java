package io.crowdbench.api;

import org.jspecify.annotations.Nullable;

/// A slave to be registered, with either a password or a private key.
///
/// @param port of its SSH server
/// @param user to log in as
/// @param privateKey in OpenSSH or PEM format, without a passphrase
/// @param folder where the agent is installed; relative to the login's home, or absolute
public record SlaveRegistration(
    String name,
    String host,
    int port,
    String user,
    @Nullable String password,
    @Nullable String privateKey,
    @Nullable String folder) {

  /// Without its secrets.
  @Override
  public String toString() {
    return name + " (" + user + "@" + host + ":" + port + ")";
  }
}
