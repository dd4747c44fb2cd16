package io.crowdbench.provisioner.tunnel;

import io.crowdbench.provisioner.ssh.SshHost;

/// One that is open, or was: a port of the slave that leads here as long as the session lasts.
///
/// @param token what its connections have to show
record Tunnel(SshHost host, int port, String token) {

  boolean isOpen() {
    return host.isOpen();
  }
}
