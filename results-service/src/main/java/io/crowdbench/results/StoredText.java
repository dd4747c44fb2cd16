package io.crowdbench.results;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Makes text from users' code fit for PostgreSQL. A text that does not fit would fail its whole
/// batch, and the batch would be tried again for ever.
public final class StoredText {

  private StoredText() {}

  /// As it was, without the characters PostgreSQL refuses. Too long a text is cut and ends in a
  /// digest of the whole, so that texts which differ stay different.
  public static String fit(String text, int most) {
    var clean = text.replace("\0", "");
    if (clean.length() <= most) {
      return clean;
    }
    var digest = UUID.nameUUIDFromBytes(clean.getBytes(StandardCharsets.UTF_8)).toString();
    return clean.substring(0, most - digest.length() - 1) + "…" + digest;
  }
}
