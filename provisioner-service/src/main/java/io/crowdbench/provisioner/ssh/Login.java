package io.crowdbench.provisioner.ssh;

import org.jspecify.annotations.Nullable;

/// How to get into a host.
///
/// @param hostKey fingerprint the host must show, `SHA256:…`; null while it was never seen
public record Login(
    String host, int port, String user, Credential credential, @Nullable String hostKey) {

  /// The host as sentences name it.
  public String address() {
    return host + ":" + port;
  }
}
