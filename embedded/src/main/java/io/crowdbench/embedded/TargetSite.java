package io.crowdbench.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// A small shop to put under load, which counts what it serves: a demo and the tests compare its
/// count with what the agents measured.
///
/// As a process of its own: `SITE_PORT` (8720) and `SITE_BIND` (every address).
public final class TargetSite implements AutoCloseable {

  static {
    // Read once by the JDK's server when its classes load. Without the first an answer waits for
    // the client's delayed acknowledgement (40 ms); without the others the connections of a crowd
    // that thinks are closed under its hands.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
    System.setProperty("sun.net.httpserver.idleInterval", "600");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final String address;
  private final Shop shop = new Shop();
  private final AtomicLong requests = new AtomicLong();

  private TargetSite(String bindAddress, int port) throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(bindAddress, port), 4096);
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.address = bindAddress.equals("0.0.0.0") ? "127.0.0.1" : bindAddress;
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.createContext("/stats", this::stats);
    server.start();
  }

  static void main() throws IOException, InterruptedException {
    var settings = ProcessSettings.ofThisProcess();
    var site = start(settings.text("SITE_BIND", "0.0.0.0"), settings.port("SITE_PORT", 8720));
    System.out.println("The shop is open at " + site.url());
    Thread.currentThread().join();
  }

  /// Opens the shop on the loopback address.
  ///
  /// @param port where it listens; 0 for any free port
  public static TargetSite start(int port) throws IOException {
    return start("127.0.0.1", port);
  }

  /// Opens the shop on one of the machine's addresses, `0.0.0.0` for all.
  public static TargetSite start(String bindAddress, int port) throws IOException {
    try {
      return new TargetSite(bindAddress, port);
    } catch (IOException e) {
      throw new IOException(
          "Could not open the shop on %s:%d: %s. Stop what listens there, or choose another port."
              .formatted(bindAddress, port, e.getMessage()),
          e);
    }
  }

  /// Where it is, without a slash at the end.
  public String url() {
    return "http://%s:%d".formatted(address, server.getAddress().getPort());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// Requests that came in whole, each counted once, whatever the answer was; `/stats` is not among
  /// them.
  public long requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      // A request whose sender goes away in the middle fails here and does not count.
      var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var number = requests.incrementAndGet();
      var page = shop.answer(exchange.getRequestMethod(), exchange.getRequestURI(), form);
      pause(Pace.of(number));
      page.headers().forEach(exchange.getResponseHeaders()::set);
      send(exchange, page.status(), page.text());
    }
  }

  private void stats(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      send(exchange, 200, "{\"requests\":" + requests + "}");
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
