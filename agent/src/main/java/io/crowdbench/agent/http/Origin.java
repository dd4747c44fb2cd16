package io.crowdbench.agent.http;

import io.crowdbench.agent.address.Address;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where a connection goes to: requests to the same origin share it.
///
/// @param authority the value of the Host header: without the port where it is the scheme's own
public record Origin(boolean tls, String host, int port, String authority) {

  private static final int MAX_KEPT = 1_000;

  /// Those of all users, who go to the same few.
  private static final Map<Origin, Origin> kept = new ConcurrentHashMap<>();

  public static Origin of(Address address) {
    if (!address.isHttp()) {
      throw new IllegalArgumentException(
          "Could not send a request to "
              + address.withoutLogin()
              + ": only http and https addresses are possible.");
    }
    return new Origin(address.isTls(), address.host(), address.port(), address.authority()).kept();
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

  /// Whether it is the address's.
  public boolean isOf(Address address) {
    return port == address.port()
        && host.equals(address.host())
        && tls == address.isTls()
        && (tls || address.isHttp());
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
