package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.References;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a reference on a page leads. The only place where visits make addresses whole.
final class Place {

  private Place() {}

  /// The whole address without its fragment; null where a browser loads nothing: for `data:` and
  /// other schemes, and for what is no address at all.
  static @Nullable Address of(Address base, String reference) {
    if (reference.isBlank() || reference.strip().startsWith("#")) {
      return null;
    }
    try {
      return References.whole(base, reference, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
