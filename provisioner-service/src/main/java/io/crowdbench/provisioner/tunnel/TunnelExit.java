package io.crowdbench.provisioner.tunnel;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where all tunnels end: a port on this machine's loopback address that leads to brokers of Kafka
/// and nowhere else.
@Component
class TunnelExit {

  private static final Logger log = LoggerFactory.getLogger(TunnelExit.class);

  private static final int BACKLOG = 1_000;
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int BUFFER = 32 * 1024;

  private final ServerSocket socket;
  private final BrokerAddresses brokers;
  private final Tokens tokens = new Tokens();

  TunnelExit(BrokerAddresses brokers) throws IOException {
    this.brokers = brokers;
    this.socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("tunnels' exit").start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  Tokens tokens() {
    return tokens;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        Thread.ofVirtual().name("from a slave").start(() -> serve(client));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          log.warn("No slave was let in for a moment: {}", e.getMessage());
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      client.setSoTimeout(TIMEOUT_MILLIS);
      var request = ConnectRequest.read(client.getInputStream());
      if (tokens.slaveOf(request.token()).isEmpty()) {
        answer(client, "407 Proxy Authentication Required");
      } else if (!brokers.has(request.target())) {
        answer(client, "403 Forbidden");
      } else {
        client.setSoTimeout(0);
        connect(client, request.target());
      }
    } catch (IOException e) {
      log.debug("A slave's connection ended: {}", e.getMessage());
    }
  }

  private static void connect(Socket client, String target) throws IOException {
    int colon = target.lastIndexOf(':');
    var address =
        new InetSocketAddress(
            target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
    try (var broker = new Socket()) {
      try {
        broker.connect(address, TIMEOUT_MILLIS);
      } catch (IOException e) {
        answer(client, "502 Bad Gateway");
        return;
      }
      broker.setTcpNoDelay(true);
      answer(client, "200 Connected");
      Thread.ofVirtual().name("to a slave").start(() -> copyQuietly(broker, client));
      copy(client, broker);
    }
  }

  private static void answer(Socket client, String status) throws IOException {
    client
        .getOutputStream()
        .write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /// When one end is gone, so is the other.
  private static void copyQuietly(Socket from, Socket to) {
    try (from;
        to) {
      copy(from, to);
    } catch (IOException e) {
      log.debug("A broker's connection ended: {}", e.getMessage());
    }
  }

  private static void copy(Socket from, Socket to) throws IOException {
    var buffer = new byte[BUFFER];
    var in = from.getInputStream();
    var out = to.getOutputStream();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
  }

  @PreDestroy
  void close() throws IOException {
    socket.close();
  }
}
