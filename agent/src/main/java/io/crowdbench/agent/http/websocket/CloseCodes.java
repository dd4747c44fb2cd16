package io.crowdbench.agent.http.websocket;

/// What a WebSocket was closed for (RFC 6455, 7.4, and the registry of codes).
final class CloseCodes {

  private CloseCodes() {}

  static String inWords(int code) {
    return switch (code) {
      case 1000 -> "normal closure";
      case 1001 -> "going away";
      case 1002 -> "protocol error";
      case 1003 -> "unsupported data";
      case 1007 -> "invalid data";
      case 1008 -> "policy violation";
      case 1009 -> "message too big";
      case 1010 -> "extension missing";
      case 1011 -> "internal error";
      case 1012 -> "service restart";
      case 1013 -> "try again later";
      case 1014 -> "bad gateway";
      default -> code >= 3000 && code < 5000 ? "of the application's own" : "unknown code";
    };
  }
}
