package io.crowdbench.agent.cookie;

/// A cookie that is kept.
///
/// @param pair `name=value` as it is sent back; each character is a byte as it came
/// @param nameLength how much of the pair is its name
/// @param domain in small letters, without a dot before it
/// @param hostOnly true if it belongs to that one host, and not to those below it
/// @param secure true if it is sent over TLS only
/// @param expires in milliseconds since 1970; [#NEVER] for as long as its user lives
/// @param number a greater one was first set later
record Cookie(
    String pair,
    int nameLength,
    String domain,
    boolean hostOnly,
    String path,
    boolean secure,
    long expires,
    long number) {

  static final long NEVER = Long.MAX_VALUE;

  /// Whether it goes along with a request. RFC 6265bis, 5.8.3.
  boolean goesTo(String host, String requestPath, boolean tls, long now) {
    return expires > now
        && (hostOnly ? domain.equals(host) : isOf(host, domain))
        && (tls || !secure)
        && isBelow(requestPath, path);
  }

  /// Whether it takes the other's place. RFC 6265bis, 5.7.
  boolean replaces(Cookie other) {
    return hasNameOf(other)
        && hostOnly == other.hostOnly
        && domain.equals(other.domain)
        && path.equals(other.path);
  }

  /// Whether it would, over a connection that anybody may change, come before a cookie that was set
  /// over TLS. RFC 6265bis, 5.7, step 14.
  boolean hides(Cookie other) {
    return other.secure
        && hasNameOf(other)
        && (isOf(domain, other.domain) || isOf(other.domain, domain))
        && isBelow(path, other.path);
  }

  private boolean hasNameOf(Cookie other) {
    return nameLength == other.nameLength && pair.regionMatches(0, other.pair, 0, nameLength);
  }

  Cookie numbered(long other) {
    return new Cookie(pair, nameLength, domain, hostOnly, path, secure, expires, other);
  }

  /// What keeping it costs, about.
  int size() {
    return pair.length() + path.length();
  }

  /// Whether a host is that domain, or below it. RFC 6265bis, 5.1.3.
  static boolean isOf(String host, String domain) {
    int above = host.length() - domain.length();
    return above == 0
        ? host.equals(domain)
        : above > 0 && host.endsWith(domain) && host.charAt(above - 1) == '.' && !isIpAddress(host);
  }

  /// Of a host as the URL standard writes it: only addresses end in a number.
  static boolean isIpAddress(String host) {
    char last = host.isEmpty() ? 'x' : host.charAt(host.length() - 1);
    return last == ']' || (last >= '0' && last <= '9' && host.matches("[0-9]+(\\.[0-9]+){3}"));
  }

  /// RFC 6265bis, 5.1.4.
  private static boolean isBelow(String requestPath, String path) {
    return requestPath.startsWith(path)
        && (requestPath.length() == path.length()
            || path.endsWith("/")
            || requestPath.charAt(path.length()) == '/');
  }
}
