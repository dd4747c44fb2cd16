package io.crowdbench.agent.tunnel;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A tunnel's beginning on this machine, as provisioner-service has one on each slave.
final class Entrance implements AutoCloseable {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final ServerSocket socket = new ServerSocket(0, 50, LOOPBACK);
  private final Map<String, Integer> ways;
  private final String token;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /// What was asked for.
  final Set<String> asked = ConcurrentHashMap.newKeySet();

  /// @param ways from `host:port` that is asked for to the port that really is there
  Entrance(Map<String, Integer> ways, String token) throws IOException {
    this.ways = ways;
    this.token = token;
    Thread.ofVirtual().start(this::accept);
  }

  /// From now on this one is the tunnel.
  void writeTo(Path file) throws IOException {
    writeTo(file, token);
  }

  void writeTo(Path file, String token) throws IOException {
    var properties = new Properties();
    properties.setProperty("port", "" + socket.getLocalPort());
    properties.setProperty("token", token);
    var text = new StringWriter();
    properties.store(text, null);
    var part = file.resolveSibling("part");
    Files.writeString(part, text.toString());
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void accept() {
    try {
      while (true) {
        var client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      var head = head(client.getInputStream());
      var target = head.split(" ", 3)[1];
      asked.add(target);
      if (!head.contains("\r\nProxy-Authorization: Bearer " + token + "\r\n")) {
        answer(client, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
        return;
      }
      try (var server = new Socket(LOOPBACK, ways.getOrDefault(target, 0))) {
        open.add(server);
        answer(client, "HTTP/1.1 200 Connected\r\n\r\n");
        var back =
            Thread.ofVirtual()
                .start(() -> {
                  try (server) {
                    server.getInputStream().transferTo(client.getOutputStream());
                  } catch (IOException e) {
                    // Closed.
                  }
                });
        client.getInputStream().transferTo(server.getOutputStream());
        back.interrupt();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    return head.toString();
  }

  private static void answer(Socket client, String head) throws IOException {
    client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
  }

  /// All connections through it break.
  @Override
  public void close() throws IOException {
    socket.close();
    for (var each : open) {
      each.close();
    }
  }
}
