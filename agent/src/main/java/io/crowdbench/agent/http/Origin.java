package io.crowdbench.agent.http;

import java.net.URI;

/// Where a connection goes to: requests to the same origin share it.
record Origin(boolean tls, String host, int port) {

  static Origin of(URI address) {
    var scheme = address.getScheme();
    var tls = "https".equalsIgnoreCase(scheme);
    if (!tls && !"http".equalsIgnoreCase(scheme)) {
      throw new IllegalArgumentException(
          "Could not send a request to "
              + address
              + ": only http and https addresses are possible.");
    }
    if (address.getHost() == null) {
      throw new IllegalArgumentException(
          "Could not send a request to " + address + ": it names no host.");
    }
    var port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
    return new Origin(tls, address.getHost(), port);
  }

  /// The value of the Host header: without the port where it is the scheme's own.
  String authority() {
    return port == (tls ? 443 : 80) ? host : host + ":" + port;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
