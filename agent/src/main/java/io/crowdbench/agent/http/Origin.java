package io.crowdbench.agent.http;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where a connection goes to: requests to the same origin share it.
///
/// @param authority the value of the Host header: without the port where it is the scheme's own
public record Origin(boolean tls, String host, int port, String authority) {

  private static final int MAX_KEPT = 1_000;

  /// Those of all users, who go to the same few.
  private static final Map<Origin, Origin> kept = new ConcurrentHashMap<>();

  public static Origin of(URI address) {
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
    var host = address.getHost();
    var port = port(address, tls);
    return new Origin(tls, host, port, port == usualPort(tls) ? host : host + ":" + port).kept();
  }

  private Origin kept() {
    var same = kept.get(this);
    if (same != null) {
      return same;
    }
    if (kept.size() < MAX_KEPT) {
      kept.put(this, this);
    }
    return this;
  }

  private static int port(URI address, boolean tls) {
    return address.getPort() > 0 ? address.getPort() : usualPort(tls);
  }

  private static int usualPort(boolean tls) {
    return tls ? 443 : 80;
  }

  /// Whether it is the address's.
  public boolean isOf(URI address) {
    return (tls ? "https" : "http").equalsIgnoreCase(address.getScheme())
        && port == port(address, tls)
        && host.equals(address.getHost());
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
