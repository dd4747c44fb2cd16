package io.crowdbench.agent.tunnel;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Opens connections through the tunnel, as through an HTTP proxy: with `CONNECT host:port` (RFC
/// 9110, section 9.3.6).
final class Tunnel {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int MAX_ANSWER = 4_096;

  private Tunnel() {}

  /// @param target where it leads to, `host:port`
  /// @throws IOException if there is no tunnel at present, or its other end does not get through
  static Socket connect(TunnelFile file, String target) throws IOException {
    var entrance = file.read();
    var socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), entrance.port()), TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var request =
          "CONNECT %1$s HTTP/1.1\r\nHost: %1$s\r\nProxy-Authorization: Bearer %2$s\r\n\r\n"
              .formatted(target, entrance.token());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = readHead(socket.getInputStream());
      if (!answer.startsWith("HTTP/1.1 200 ")) {
        throw new IOException("the tunnel does not lead to " + target + ": " + answer.strip());
      }
      socket.setSoTimeout(0);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Byte by byte: what comes after the head is Kafka's.
  private static String readHead(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0 || head.length() == MAX_ANSWER) {
        throw new IOException("the tunnel's other end is gone");
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
