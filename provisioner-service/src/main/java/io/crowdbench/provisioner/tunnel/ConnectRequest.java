package io.crowdbench.provisioner.tunnel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// What a slave asks for at the tunnel's end: `CONNECT host:port` (RFC 9110, section 9.3.6).
///
/// @param target `host:port`
/// @param token empty if it brings none
record ConnectRequest(String target, String token) {

  private static final int MAX_BYTES = 4_096;
  private static final String AUTHORIZATION = "proxy-authorization: bearer ";

  /// Byte by byte: what comes after it is Kafka's.
  ///
  /// @throws IOException if it is none
  static ConnectRequest read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
      int next = in.read();
      if (next < 0 || head.length() == MAX_BYTES) {
        throw new IOException("no whole request");
      }
      head.append((char) next);
    }
    var lines = head.toString().lines().toList();
    var first = lines.getFirst().split(" ");
    if (first.length != 3 || !first[0].equals("CONNECT")) {
      throw new IOException("not a CONNECT request");
    }
    var token =
        lines.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(AUTHORIZATION))
            .map(line -> line.substring(AUTHORIZATION.length()).strip())
            .findFirst()
            .orElse("");
    return new ConnectRequest(first[1], token);
  }

  @Override
  public String toString() {
    return "ConnectRequest[" + target + "]";
  }
}
