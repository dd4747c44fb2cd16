package io.crowdbench.agent.browser;

import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.agent.http.HttpConnection;
import io.crowdbench.agent.http.Origin;
import io.crowdbench.agent.http.http1.Http1Connection;
import io.crowdbench.agent.http.http2.Http2Connection;
import io.crowdbench.agent.http.tls.UserTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import javax.net.ssl.SSLSocket;

/// Connects to origins. Over TLS it is HTTP/2 where the server speaks it, since browsers do it so.
final class Connector {

  private Connector() {}

  static HttpConnection connect(Origin origin, UserTls tls, int timeoutMillis) throws IOException {
    return connected(
        timeoutMillis,
        origin,
        (plain, nanos) -> {
          if (!origin.tls()) {
            return Http1Connection.over(origin, plain, plain, nanos, -1);
          }
          var start = System.nanoTime();
          var secured = tls.secure(plain, origin, timeoutMillis, true);
          var handshake = System.nanoTime() - start;
          return "h2".equals(secured.getApplicationProtocol())
              ? Http2Connection.over(origin, plain, secured, nanos, handshake)
              : Http1Connection.over(origin, plain, secured, nanos, handshake);
        });
  }

  /// For one exchange at a time, over HTTP/1.1.
  static Http1Connection connectHttp1(Origin origin, UserTls tls, int timeoutMillis)
      throws IOException {
    return connected(
        timeoutMillis,
        origin,
        (plain, nanos) -> {
          if (!origin.tls()) {
            return Http1Connection.over(origin, plain, plain, nanos, -1);
          }
          var start = System.nanoTime();
          SSLSocket secured = tls.secure(plain, origin, timeoutMillis, false);
          return Http1Connection.over(origin, plain, secured, nanos, System.nanoTime() - start);
        });
  }

  /// Makes a connection over a socket that is connected.
  private interface Protocol<C> {
    C over(Socket plain, long connectNanos) throws IOException;
  }

  private static <C> C connected(int timeoutMillis, Origin origin, Protocol<C> protocol)
      throws IOException {
    var plain = EventLoops.socket();
    try {
      plain.setOption(StandardSocketOptions.TCP_NODELAY, true);
      var start = System.nanoTime();
      plain.connect(new InetSocketAddress(origin.host(), origin.port()), timeoutMillis);
      return protocol.over(plain, System.nanoTime() - start);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }
}
