package io.crowdbench.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Matches requests that a page of another site made in the user's browser: all that name a foreign
/// origin, and those that change something or open a WebSocket and come from another site.
///
/// Links from elsewhere are followed, and clients that are no browsers send neither header.
final class CrossOrigin implements RequestMatcher {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  /// `none` is a person who typed the address or opened a bookmark.
  private static final Set<String> OUR_SITES = Set.of("same-origin", "none");

  @Override
  public boolean matches(HttpServletRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && !isOurs(origin, request.getHeader(HttpHeaders.HOST))) {
      return true;
    }
    var site = request.getHeader("Sec-Fetch-Site");
    return site != null && !OUR_SITES.contains(site) && mayChange(request);
  }

  /// Compares host and port only: behind a proxy that ends TLS the scheme is another.
  private static boolean isOurs(String origin, @Nullable String host) {
    try {
      var authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean mayChange(HttpServletRequest request) {
    return !SAFE_METHODS.contains(request.getMethod())
        || request.getHeader(HttpHeaders.UPGRADE) != null;
  }
}
