package io.crowdbench.agent.http;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/// Where an answer sends a browser on to, after the Fetch standard's rules.
public final class Redirects {

  /// As many in a row are followed.
  public static final int MAX = 10;

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /// True if there is somewhere to go on to.
  public static boolean is(Answer answer) {
    return answer.status() >= 300
        && STATUSES.contains(answer.status())
        && answer.headers().has("Location");
  }

  /// The request that follows.
  ///
  /// @throws IOException when the address makes no sense
  public static RequestHead next(RequestHead request, Answer answer) throws IOException {
    var location = answer.headers().first("Location").orElse("");
    var address = resolved(request.address(), location);
    var fields = new Fields(request.fields());
    if (!Origin.of(address).equals(Origin.of(request.address()))) {
      fields.remove("Authorization");
    }
    if (!becomesGet(request.method(), answer.status())) {
      return new RequestHead(request.method(), address, fields, request.body());
    }
    fields.remove("Content-Type");
    return new RequestHead("GET", address, fields, new byte[0]);
  }

  private static boolean becomesGet(String method, int status) {
    return switch (status) {
      case 301, 302 -> method.equals("POST");
      case 303 -> !method.equals("GET") && !method.equals("HEAD");
      default -> false;
    };
  }

  private static URI resolved(URI base, String location) throws HttpFailure {
    try {
      var bare =
          location.indexOf('#') < 0 ? location : location.substring(0, location.indexOf('#'));
      if (bare.isEmpty()) {
        return base;
      }
      // The platform's resolving drops the path's last part here (an older standard).
      var whole = bare.startsWith("?") ? path(base) + bare : bare;
      var address = base.resolve(encoded(whole));
      var _ = Origin.of(address);
      return address;
    } catch (IllegalArgumentException e) {
      throw new HttpFailure("redirected to \"" + location + "\", which is no http address");
    }
  }

  private static String path(URI base) {
    return base.getRawPath().isEmpty() ? "/" : base.getRawPath();
  }

  /// Sites write spaces, bars and letters beyond ASCII into addresses; browsers encode them. Each
  /// character is a byte as it came.
  private static String encoded(String location) {
    var text = new StringBuilder(location.length() + 16);
    for (char c : location.toCharArray()) {
      if (c <= ' ' || c > '~' || "\"<>\\^`{|}".indexOf(c) >= 0) {
        text.append("%%%02X".formatted((int) c & 0xff));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
