package io.crowdbench.agent.visit;

import io.crowdbench.agent.http.References;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a reference on a page leads. The only place where visits make addresses whole.
final class Place {

  private Place() {}

  /// The whole address without its fragment; null where a browser loads nothing: for `data:` and
  /// other schemes, and for what is no address at all.
  static @Nullable URI of(URI base, String reference) {
    // Line ends and tabs are no part of an address (URL standard, 4.4).
    var bare = reference.replaceAll("[\t\n\r]", "");
    if (bare.isBlank() || bare.strip().startsWith("#")) {
      return null;
    }
    try {
      return References.whole(base, slashed(bare), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// Backslashes in a path are slashes (URL standard, 4.4).
  private static String slashed(String reference) {
    int end = 0;
    while (end < reference.length() && "?#".indexOf(reference.charAt(end)) < 0) {
      end++;
    }
    return reference.substring(0, end).replace('\\', '/') + reference.substring(end);
  }
}
