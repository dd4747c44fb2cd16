package io.crowdbench.agent.tunnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Kafka as this process finds it: a port on the loopback address for each broker, which leads to
/// it through the tunnel that is open at present.
///
/// The ports stay while tunnels come and go, so a Kafka client sees no more than a broker that
/// closes connections.
final class KafkaRelay implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(KafkaRelay.class);

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final long LOOK_EVERY_NANOS = 200_000_000;
  private static final int BACKLOG = 50;

  private final TunnelFile file;
  private final BrokerAnswers answers = new BrokerAnswers(this::portFor);

  /// By the broker's own address.
  private final Map<String, ServerSocket> ports = new ConcurrentHashMap<>();

  private final Set<RelayedConnection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private KafkaRelay(TunnelFile file) {
    this.file = file;
  }

  /// @param tunnelFile see [TunnelFile]; it need not be there yet
  static KafkaRelay through(Path tunnelFile) {
    var relay = new KafkaRelay(new TunnelFile(tunnelFile));
    Thread.ofPlatform().name("tunnel").daemon().start(relay::watch);
    return relay;
  }

  /// The addresses at which this process finds brokers.
  ///
  /// @param brokers their own, `host:port,host:port`
  String addresses(String brokers) {
    return Stream.of(brokers.split(",")).map(this::portFor).collect(Collectors.joining(","));
  }

  private String portFor(String broker) {
    var port = ports.computeIfAbsent(broker, this::listen);
    return "127.0.0.1:" + port.getLocalPort();
  }

  private ServerSocket listen(String broker) {
    try {
      var socket = new ServerSocket(0, BACKLOG, LOOPBACK);
      Thread.ofVirtual().name("to " + broker).start(() -> accept(socket, broker));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket socket, String broker) {
    while (!closed) {
      try {
        var client = socket.accept();
        Thread.ofVirtual().name("requests").start(() -> relay(client, broker));
      } catch (IOException e) {
        if (!closed) {
          log.warn("No connection to {} for now: {}", broker, e.getMessage());
          LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
        }
      }
    }
  }

  private void relay(Socket client, String broker) {
    RelayedConnection connection;
    try {
      client.setTcpNoDelay(true);
      connection = new RelayedConnection(client, Tunnel.connect(file, broker), answers);
    } catch (IOException e) {
      log.debug("No way to {}", broker, e);
      RelayedConnection.closeQuietly(client);
      return;
    }
    open.add(connection);
    try {
      connection.run();
    } finally {
      open.remove(connection);
    }
  }

  /// A new tunnel means that the one before is gone, whatever its connections look like: those of a
  /// network that was cut look well for minutes.
  private void watch() {
    FileTime written = file.written();
    while (!closed) {
      LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
      var now = file.written();
      if (!now.equals(written)) {
        written = now;
        open.forEach(RelayedConnection::close);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    for (var port : ports.values()) {
      try {
        port.close();
      } catch (IOException e) {
        log.debug("A port was not closed", e);
      }
    }
    open.forEach(RelayedConnection::close);
  }
}
