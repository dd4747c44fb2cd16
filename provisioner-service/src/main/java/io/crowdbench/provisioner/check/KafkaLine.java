package io.crowdbench.provisioner.check;

import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How the agent is to find Kafka: directly, or through the SSH session.
@Component
class KafkaLine {

  private final DirectWay directWay;

  KafkaLine(DirectWay directWay) {
    this.directWay = directWay;
  }

  /// @return whether there is a direct way
  boolean add(CheckReport report, Slave slave, SshHost host) throws IOException {
    var began = System.nanoTime();
    if (directWay.leadsTo(slave, host)) {
      report.ok(Item.KAFKA, "direct", since(began));
      return true;
    }
    if (host.allowsForwarding()) {
      report.ok(Item.KAFKA, "through the SSH session", since(began));
    } else {
      report.failed(
          Item.KAFKA,
          "none: the server forwards nothing",
          "%s does not reach Kafka, and its SSH server does not allow that it is led there through the SSH session."
              .formatted(slave.address()),
          "Allow remote forwarding there (AllowTcpForwarding and DisableForwarding in its sshd_config, no \"restrict\" before the key in authorized_keys), or give the slave a direct way to Kafka (CROWDBENCH_AGENTS_KAFKA).",
          since(began));
    }
    return false;
  }

  private static long since(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }
}
