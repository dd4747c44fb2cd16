package io.crowdbench.agent.address;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// HTTP's basic login (RFC 7617), in UTF-8.
public final class Basic {

  private Basic() {}

  /// The value of an Authorization header.
  public static String of(String name, String password) {
    var both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
