package io.crowdbench.agent.http;

import io.crowdbench.agent.address.Address;
import java.nio.charset.Charset;

/// Addresses as pages write them, for what browsers load from there.
public final class References {

  private References() {}

  /// The whole address, without what is behind a `#`.
  ///
  /// @param charset of the page
  /// @throws IllegalArgumentException when it makes no sense, is no address of http, or has a
  ///   user's name or password before its host: browsers load nothing from there
  public static Address whole(Address base, String reference, Charset charset) {
    var address = base.resolve(reference, charset).withoutFragment();
    if (!address.isHttp() || address.hasLogin()) {
      throw new IllegalArgumentException(reference + " is nothing that a browser loads");
    }
    return address;
  }

  /// True if a browser takes both for the same site.
  public static boolean areOfOneOrigin(Address one, Address other) {
    return one.isOfOriginOf(other);
  }
}
