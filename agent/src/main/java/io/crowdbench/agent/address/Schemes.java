package io.crowdbench.agent.address;

/// Schemes whose addresses name a host.
final class Schemes {

  private Schemes() {}

  /// True if its addresses are read with all the allowances that browsers make for the web.
  static boolean isOfTheWeb(String scheme) {
    return port(scheme) > 0;
  }

  /// Its own port; 0 if it has none.
  static int port(String scheme) {
    return switch (scheme) {
      case "http", "ws" -> 80;
      case "https", "wss" -> 443;
      default -> 0;
    };
  }
}
