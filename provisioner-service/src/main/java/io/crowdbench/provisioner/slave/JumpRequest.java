package io.crowdbench.provisioner.slave;

import static io.crowdbench.provisioner.slave.Texts.stripped;

import org.jspecify.annotations.Nullable;

/// A jump host as JSON brings it.
///
/// @param port 22 when left out
/// @param hostKey fingerprint it must show; left out, that of the first connection is kept
record JumpRequest(
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String user,
    @Nullable String password,
    @Nullable String privateKey,
    @Nullable String passphrase,
    @Nullable String hostKey) {

  Door door() {
    return new Door(
        "jump host",
        Texts.host(host),
        port == null || port == 0 ? 22 : port,
        stripped(user),
        Texts.secret(password, privateKey, passphrase),
        stripped(hostKey));
  }

  @Override
  public String toString() {
    return "JumpRequest[" + host + ":" + port + "]";
  }
}
