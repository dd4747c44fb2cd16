package io.crowdbench.agent.http;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.address.NoAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
  public static RequestHead next(RequestHead request, Address next, int status) {
    var address = next.withoutLogin();
    var fields = new Fields(request.fields());
    if (!address.isOfOriginOf(request.address())) {
      fields.remove("Authorization");
      fields.remove("Cookie");
    }
    if (next.hasLogin()) {
      fields.set("Authorization", next.basicLogin());
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

  private static Address resolved(Address base, String location) throws HttpFailure {
    try {
      var address = base.resolve(text(location)).withoutFragment();
      if (address.isHttp()) {
        return address;
      }
    } catch (NoAddress e) {
      // Said below, as for any other that nobody can go to.
    }
    throw new HttpFailure("redirected to \"" + location + "\", which is no http address");
  }

  /// Header fields come as Latin letters, each a byte as it came. Where they make no UTF-8 together
  /// browsers encode them one by one.
  private static String text(String latin) {
    var bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      var encoded = new StringBuilder();
      latin
          .chars()
          .forEach(c -> encoded.append(c < 0x80 ? Character.toString(c) : "%%%02X".formatted(c)));
      return encoded.toString();
    }
  }
}
