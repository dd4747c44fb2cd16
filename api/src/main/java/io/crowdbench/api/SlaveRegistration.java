package io.crowdbench.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A slave to be registered, with either a password or a private key.
///
/// @param port of its SSH server; 22 when left out
/// @param user to log in as
/// @param privateKey in OpenSSH or PEM format
/// @param passphrase of the private key, if it has one
/// @param folder where the agent is installed; relative to the login's home, or absolute
/// @param hostKey fingerprint the host must show, `SHA256:…`; left out, that of the first
///   connection is kept
/// @param labels by which slaves are grouped
/// @param jump host to go through
public record SlaveRegistration(
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
    @Nullable JumpHost jump) {

  /// With what most need.
  public SlaveRegistration(
      String name,
      String host,
      int port,
      String user,
      @Nullable String password,
      @Nullable String privateKey,
      @Nullable String folder) {
    this(name, host, port, user, password, privateKey, null, folder, null, null, null);
  }

  /// Without its secrets.
  @Override
  public String toString() {
    return name + " (" + user + "@" + host + (port == null ? "" : ":" + port) + ")";
  }
}
