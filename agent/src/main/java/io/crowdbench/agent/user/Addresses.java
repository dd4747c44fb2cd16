package io.crowdbench.agent.user;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.address.NoAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Addresses as actions write them, made whole. The same few come again and again, so that they are
/// taken apart once. Any thread.
public final class Addresses {

  private static final int MAX_KEPT = 1_000;

  private final Address target;
  private final Map<String, Address> kept = new ConcurrentHashMap<>();

  /// @param target what relative addresses are relative to
  Addresses(Address target) {
    this.target = target;
  }

  /// A target as a plan has it.
  ///
  /// @throws NoAddress with a sentence for people
  public static Address target(String text) {
    try {
      return Address.of(text);
    } catch (NoAddress e) {
      throw e.of(text);
    }
  }

  Address whole(String address) {
    var known = kept.get(address);
    if (known != null) {
      return known;
    }
    var whole = read(address);
    if (kept.size() < MAX_KEPT) {
      kept.put(address, whole);
    }
    return whole;
  }

  private Address read(String address) {
    try {
      return target.resolve(address).withoutFragment();
    } catch (NoAddress e) {
      throw e.of(address);
    }
  }
}
