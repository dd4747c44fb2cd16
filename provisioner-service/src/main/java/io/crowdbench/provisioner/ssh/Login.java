package io.crowdbench.provisioner.ssh;

import org.jspecify.annotations.Nullable;

/// How to get into a host.
///
/// @param hostKey fingerprint the host must show, `SHA256:…`; null while it was never seen
/// @param jump the host to go through; null to go there directly
public record Login(
    String host,
    int port,
    String user,
    Credential credential,
    @Nullable String hostKey,
    @Nullable Login jump) {

  Login(String host, int port, String user, Credential credential, @Nullable String hostKey) {
    this(host, port, user, credential, hostKey, null);
  }

  /// The host as sentences name it.
  public String address() {
    return HostAddress.of(host, port);
  }
}
