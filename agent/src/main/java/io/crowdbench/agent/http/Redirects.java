package io.crowdbench.agent.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Where an answer sends a browser on to, after the Fetch standard's rules.
public final class Redirects {

  /// As many in a row are followed.
  public static final int MAX = 10;

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /// True if there is somewhere to go on to.
  public static boolean is(HttpAnswer answer) {
    return answer.status() >= 300
        && STATUSES.contains(answer.status())
        && answer.headers().has("Location");
  }

  /// The request that follows.
  ///
  /// @throws IOException when the address makes no sense
  public static RequestHead next(RequestHead request, HttpAnswer answer) throws IOException {
    var location = answer.headers().first("Location").orElse("");
    return next(request, resolved(request.address(), location), answer.status());
  }

  /// The request that follows when such an answer was kept.
  public static RequestHead next(RequestHead request, URI address, int status) {
    var fields = new Fields(request.fields());
    if (!Origin.of(address).equals(Origin.of(request.address()))) {
      fields.remove("Authorization");
    }
    if (!becomesGet(request.method(), status)) {
      return new RequestHead(request.method(), address, fields, request.body(), request.bodies());
    }
    fields.remove("Content-Type");
    return new RequestHead("GET", address, fields, new byte[0], request.bodies().withoutUpload());
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
      // Header fields come as Latin letters: each is a byte as it came.
      return References.whole(base, location, StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw new HttpFailure("redirected to \"" + location + "\", which is no http address");
    }
  }
}
