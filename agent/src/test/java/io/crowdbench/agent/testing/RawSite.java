package io.crowdbench.agent.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// A site whose answers are written byte by byte by a test; connections are kept alive.
public final class RawSite implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

  private final ServerSocket server;
  private final Function<Received, byte[]> answers;
  private final List<Received> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();

  /// @param head from the first byte to the empty line
  public record Received(String head, byte[] body) {

    public String target() {
      return head.split(" ", 3)[1];
    }

    public String method() {
      return head.split(" ", 2)[0];
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private RawSite(ServerSocket server, Function<Received, byte[]> answers) {
    this.server = server;
    this.answers = answers;
  }

  public static RawSite start(Function<Received, byte[]> answers) throws IOException {
    return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
  }

  /// @param server listening, with TLS or without
  public static RawSite start(ServerSocket server, Function<Received, byte[]> answers) {
    var site = new RawSite(server, answers);
    Thread.ofVirtual().start(site::accept);
    return site;
  }

  /// An answer with that body; its length is added.
  public static byte[] answer(String head, byte[] body) {
    var all = new ByteArrayOutputStream();
    all.writeBytes((head + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(LATIN));
    all.writeBytes(body);
    return all.toByteArray();
  }

  public static byte[] answer(String head, String body) {
    return answer(head, body.getBytes(StandardCharsets.UTF_8));
  }

  /// In place of an answer: the connection is reset.
  public static final byte[] RESET = new byte[0];

  private static final java.nio.charset.Charset LATIN = StandardCharsets.ISO_8859_1;

  public String url() {
    var scheme = server instanceof SSLServerSocket ? "https" : "http";
    return scheme + "://127.0.0.1:" + server.getLocalPort();
  }

  /// How many connections it has accepted in all.
  public int connections() {
    return connections.get();
  }

  /// How many TLS sessions were begun; connections that resume one are not counted again.
  public int sessions() {
    return sessions.size();
  }

  public List<Received> requests() {
    return requests;
  }

  private void accept() {
    while (true) {
      try {
        var socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (socket instanceof SSLSocket secured) {
        sessions.add(HexFormat.of().formatHex(secured.getSession().getId()));
      }
      while (true) {
        var request = read(socket.getInputStream());
        requests.add(request);
        var answer = answers.apply(request);
        if (answer == RESET) {
          socket.setSoLinger(true, 0);
          return;
        }
        socket.getOutputStream().write(answer);
        if (new String(answer, LATIN).contains("\r\nConnection: close\r\n")) {
          return;
        }
      }
    } catch (IOException e) {
      // The client has gone.
      return;
    }
  }

  private static Received read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no more requests");
      }
      head.append((char) next);
    }
    var length = LENGTH.matcher(head);
    var body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return new Received(head.toString(), body);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
