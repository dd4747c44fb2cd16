package io.crowdbench.agent.http;

import java.net.URI;
import java.nio.charset.Charset;

/// Addresses as pages and servers write them, made whole the way browsers do (the URL standard).
public final class References {

  private References() {}

  /// The whole address, without what is behind a `#`.
  ///
  /// Sites write spaces, bars and letters beyond ASCII into addresses; they are encoded.
  ///
  /// @param charset of the letters beyond ASCII
  /// @throws IllegalArgumentException when it makes no sense, or is no address of http
  public static URI whole(URI base, String reference, Charset charset) {
    var text = reference.strip();
    var bare = text.indexOf('#') < 0 ? text : text.substring(0, text.indexOf('#'));
    if (bare.isEmpty()) {
      return base;
    }
    // The platform's resolving drops the path's last part here (an older standard).
    var whole = bare.startsWith("?") ? path(base) + bare : bare;
    // And it forgets the slash between a host without a path and what is relative to it.
    var from = base.getRawPath().isEmpty() ? base.resolve("/") : base;
    var address = withoutDotsAboveTheRoot(from.resolve(encoded(whole, charset)));
    var _ = Origin.of(address);
    return address;
  }

  /// True if a browser takes both for the same site.
  public static boolean areOfOneOrigin(URI one, URI other) {
    return Origin.of(one).equals(Origin.of(other));
  }

  private static URI withoutDotsAboveTheRoot(URI address) {
    var path = address.getRawPath();
    if (path == null || !path.startsWith("/..")) {
      return address;
    }
    var rest = path.replaceFirst("^(/\\.\\.)+(?=/|$)", "");
    var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return URI.create(
        address.getScheme()
            + "://"
            + address.getRawAuthority()
            + (rest.isEmpty() ? "/" : rest)
            + query);
  }

  private static String path(URI base) {
    return base.getRawPath().isEmpty() ? "/" : base.getRawPath();
  }

  private static String encoded(String reference, Charset charset) {
    var text = new StringBuilder(reference.length() + 16);
    var bytes = reference.getBytes(charset);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      var lonePercent = c == '%' && !(isHex(bytes, i + 1) && isHex(bytes, i + 2));
      if (c <= ' ' || c > '~' || lonePercent || "\"<>\\^`{|}".indexOf(c) >= 0) {
        text.append("%%%02X".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean isHex(byte[] bytes, int place) {
    return place < bytes.length && Character.digit(bytes[place], 16) >= 0;
  }
}
