package io.crowdbench.provisioner.tunnel;

import io.crowdbench.provisioner.slave.Slave;
import java.io.IOException;

/// What people read when a slave gets no tunnel.
final class TunnelSentences {

  private TunnelSentences() {}

  static String notForwarded(Slave slave, IOException failure) {
    return "Could not open a way to Kafka through the SSH session to %s: %s. Allow remote forwarding there (AllowTcpForwarding and DisableForwarding in its sshd_config, no \"restrict\" before the key in authorized_keys), or give the slave a direct way to Kafka (CROWDBENCH_AGENTS_KAFKA)."
        .formatted(slave.address(), reason(failure));
  }

  private static String reason(IOException failure) {
    var message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
