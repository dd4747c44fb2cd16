package io.crowdbench.agent.browser;

import io.crowdbench.agent.http.Headers;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cookies of one user. Any of the user's threads.
final class Cookies {

  /// Made with the first cookie: many users never have one.
  private volatile @Nullable CookieManager jar;

  /// Keeps what an answer sets.
  void keep(URI address, Headers headers) throws IOException {
    if (headers.has("Set-Cookie")) {
      jar().put(address, headers.asMap());
    }
  }

  private synchronized CookieManager jar() {
    var known = jar;
    var made = known == null ? new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER) : known;
    jar = made;
    return made;
  }

  /// The value of the Cookie header, or nothing.
  String line(URI address) throws IOException {
    var known = jar;
    if (known == null) {
      return "";
    }
    return String.join("; ", known.get(address, Map.of()).getOrDefault("Cookie", List.of()));
  }
}
