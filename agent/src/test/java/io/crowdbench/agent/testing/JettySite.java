package io.crowdbench.agent.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// Jetty with TLS and a choice of HTTP/2 and HTTP/1.1.
public final class JettySite implements AutoCloseable {

  private final Server server = new Server();
  private final ServerConnector connector;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Connection> open = new CopyOnWriteArrayList<>();

  /// @param alias of the certificate it shows
  /// @param window how much of a request's body it takes ahead, in bytes
  public JettySite(Certificates certificates, String alias, int window, Handler handler)
      throws Exception {
    var config = new HttpConfiguration();
    config.setResponseHeaderSize(64 * 1024);
    config.addCustomizer(new SecureRequestCustomizer(false));
    var http2 = new HTTP2ServerConnectionFactory(config);
    http2.setInitialStreamRecvWindow(window);
    http2.setInitialSessionRecvWindow(window);
    var alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol("http/1.1");
    var tls = new SslContextFactory.Server();
    tls.setSslContext(certificates.context(alias));
    connector = new ServerConnector(server, tls, alpn, http2, new HttpConnectionFactory(config));
    connector.addBean(
        new Connection.Listener() {
          @Override
          public void onOpened(Connection connection) {
            if (connection.getClass().getSimpleName().equals("HTTP2ServerConnection")) {
              connections.incrementAndGet();
              open.add(connection);
            }
          }

          @Override
          public void onClosed(Connection connection) {
            open.remove(connection);
          }
        });
    server.addConnector(connector);
    server.setHandler(handler);
    server.setStopTimeout(5_000);
    server.start();
  }

  public String url() {
    return "https://127.0.0.1:" + connector.getLocalPort();
  }

  /// How many connections of HTTP/2 there were.
  public int connections() {
    return connections.get();
  }

  /// Says goodbye to every client and lets what is under way end.
  public void goAway() {
    open.forEach(Connection::close);
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
