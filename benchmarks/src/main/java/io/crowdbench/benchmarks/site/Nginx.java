package io.crowdbench.benchmarks.site;

import io.crowdbench.benchmarks.machine.Cores;
import io.crowdbench.benchmarks.machine.Programs;
import io.crowdbench.benchmarks.machine.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// An nginx of our own on the loopback address: 1 kB from a file at `/`, and its own count of
/// requests, which is the same judge for every generator.
public final class Nginx implements AutoCloseable {

  private static final Pattern REQUESTS = Pattern.compile("(\\d+) (\\d+) (\\d+)");

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// @param folder its home; made when missing
  public static Nginx start(Path folder) throws IOException, InterruptedException {
    var program =
        Programs.find("nginx")
            .orElseThrow(() ->
                new IOException(
                    "There is no nginx on this machine: install it, it is the target."));
    Files.createDirectories(folder.resolve("www"));
    Files.writeString(folder.resolve("www/index.html"), "x".repeat(1_000));
    BenchPage.write(folder.resolve("www/page"));
    var port = freePort();
    var settings = folder.resolve("nginx.conf");
    Files.writeString(settings, settings(folder, port));
    var process =
        new ProcessBuilder(
                Cores.SITE.bind(
                    List.of(
                        program.toString(), "-p", folder.toString(), "-c", settings.toString())))
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .redirectErrorStream(true)
            .start();
    var nginx = new Nginx(process, port);
    if (!Waiting.until(Duration.ofSeconds(10), nginx::answers)) {
      nginx.close();
      throw new IOException("nginx did not start; see " + folder);
    }
    return nginx;
  }

  private static String settings(Path folder, int port) {
    // Its workers must be able to read our folder, whoever we are.
    var user = System.getProperty("user.name");
    return """
    daemon off;
    %3$s
    pid %1$s/nginx.pid;
    error_log %1$s/error.log;
    worker_processes 1;
    worker_rlimit_nofile 19000;
    events { worker_connections 18000; }
    http {
      access_log off;
      client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
      uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
      keepalive_requests 1000000000;
      keepalive_timeout 600s;
      open_file_cache max=100;
      server {
        listen 127.0.0.1:%2$d backlog=16384;
        root %1$s/www;
        location /page/ { etag off; if_modified_since off; add_header Cache-Control no-store; types { text/html html; text/css css; text/javascript js; image/png png; } }
        location = /status { stub_status; }
        location = /session { add_header Set-Cookie "sid=0123456789abcdef0123456789abcdef; Path=/; Max-Age=3600"; return 204; }
      }
    }
    """
        .formatted(folder, port, "root".equals(user) ? "user root;" : "");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() {
    try {
      return ask("/").startsWith("HTTP/1.1 200 ");
    } catch (IOException e) {
      return false;
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /// A page with [BenchPage#RESOURCES] resources, none of which may be kept.
  public URI page() {
    return address().resolve("/page/");
  }

  /// How many requests it has answered so far.
  public long requests() throws IOException {
    var text = ask("/status");
    var match = REQUESTS.matcher(text);
    if (!match.find()) {
      throw new IOException("nginx's status is not as known: " + text);
    }
    return Long.parseLong(match.group(3));
  }

  /// The same, or what is given where it does not answer just now.
  public long requestsOr(long otherwise) {
    try {
      return requests();
    } catch (IOException e) {
      return otherwise;
    }
  }

  private String ask(String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Override
  public void close() throws InterruptedException {
    // A plain kill would leave the worker behind.
    process.destroy();
    process.waitFor();
  }
}
