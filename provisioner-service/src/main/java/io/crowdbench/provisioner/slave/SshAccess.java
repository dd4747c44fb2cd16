package io.crowdbench.provisioner.slave;

import io.crowdbench.provisioner.ssh.HostAddress;
import org.jspecify.annotations.Nullable;

/// How SSH gets into a machine: a slave, or the jump host before it.
///
/// @param login name of the user to log in as
/// @param secretSealed password or private key, sealed by the [Vault]
/// @param passphraseSealed that the private key is encrypted with, sealed likewise; null for none
/// @param hostKey fingerprint the host must show; null before it was first seen
/// @param newHostKey fingerprint it showed last instead of that; null if it showed the right one
public record SshAccess(
    String host,
    int port,
    String login,
    SecretKind secretKind,
    String secretSealed,
    @Nullable String passphraseSealed,
    @Nullable String hostKey,
    @Nullable String newHostKey) {

  String address() {
    return HostAddress.of(host, port);
  }

  /// The host has shown the key that is wanted, or its first.
  SshAccess knownBy(String fingerprint) {
    return new SshAccess(
        host, port, login, secretKind, secretSealed, passphraseSealed, fingerprint, null);
  }

  /// The host has shown another key.
  SshAccess showing(String fingerprint) {
    return new SshAccess(
        host, port, login, secretKind, secretSealed, passphraseSealed, hostKey, fingerprint);
  }

  /// The new key is accepted if it is that one.
  SshAccess accepting(String fingerprint) {
    return fingerprint.equals(newHostKey) ? knownBy(fingerprint) : this;
  }

  @Override
  public String toString() {
    return login + "@" + address();
  }
}
