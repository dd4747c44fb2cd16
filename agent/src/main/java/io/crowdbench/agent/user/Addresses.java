package io.crowdbench.agent.user;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Addresses as actions write them, made whole. The same few come again and again, so that they are
/// taken apart once. Any thread.
public final class Addresses {

  private static final int MAX_KEPT = 1_000;

  private final URI target;
  private final Map<String, URI> kept = new ConcurrentHashMap<>();

  /// @param target what relative addresses are relative to
  public Addresses(URI target) {
    this.target = target;
  }

  URI whole(String address) {
    var known = kept.get(address);
    if (known != null) {
      return known;
    }
    var whole = target.resolve(address);
    if (kept.size() < MAX_KEPT) {
      kept.put(address, whole);
    }
    return whole;
  }
}
