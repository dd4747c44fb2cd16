package io.crowdbench.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Finds ports on the loopback address.
final class Ports {

  private Ports() {}

  /// The port itself, or any free one for 0.
  ///
  /// @param what who wants to listen there, for the sentence when somebody else already does
  static int choose(String what, int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IOException(
          "Could not start %s on 127.0.0.1:%d: %s. Stop what listens there, or choose another port."
              .formatted(what, port, e.getMessage()),
          e);
    }
  }
}
