package io.crowdbench.provisioner.check;

import io.crowdbench.provisioner.ProvisionerSettings;
import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.ssh.Shell;
import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Whether a slave reaches Kafka without the help of SSH, which spares this service the traffic.
@Component
class DirectWay {

  private static final Duration LIMIT = Duration.ofSeconds(15);

  /// Connects with what is there: bash, or netcat.
  private static final String CONNECT =
      """
      host=%s
      port=%s
      if command -v bash > /dev/null; then
        bash -c 'exec 3<> "/dev/tcp/$0/$1"' "$host" "$port" 2> /dev/null &
      elif command -v nc > /dev/null; then
        nc -z -w 3 "$host" "$port" > /dev/null 2>&1 &
      else
        exit 1
      fi
      try=$!
      i=0
      while kill -0 "$try" 2> /dev/null && [ $i -lt 30 ]; do sleep 0.1; i=$((i + 1)); done
      kill "$try" 2> /dev/null && exit 1
      wait "$try"
      """;

  private final ProvisionerSettings settings;

  DirectWay(ProvisionerSettings settings) {
    this.settings = settings;
  }

  /// Whether one of the brokers answers there.
  boolean leadsTo(Slave slave, SshHost host) throws IOException {
    for (var broker : settings.agents().kafka().split(",")) {
      int colon = broker.lastIndexOf(':');
      if (colon > 0
          && answers(slave, host, broker.substring(0, colon), broker.substring(colon + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean answers(Slave slave, SshHost host, String broker, String port)
      throws IOException {
    // What answers at another machine's loopback address is not our Kafka.
    var isHere = slave.jump() == null && isLoopback(slave.host());
    if (isLoopback(broker) && !isHere) {
      return false;
    }
    return host.run(CONNECT.formatted(Shell.quote(broker), Shell.quote(port)), LIMIT).ok();
  }

  private static boolean isLoopback(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
