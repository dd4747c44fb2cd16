package io.crowdbench.agent.http.http2;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;

/// A server of HTTP/2 whose frames are written one by one by a test.
final class RawHttp2 implements AutoCloseable {

  /// The whole block of header fields `:status: 200`.
  static final byte[] OK = {(byte) 0x88};

  private final SSLServerSocket server;
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();

  /// Answers a request.
  interface Script {
    /// @param number of the request, from 1, over all connections
    void answer(Http2Frames frames, int stream, int number) throws IOException;
  }

  RawHttp2(SSLServerSocket server, Script script) {
    this.server = server;
    this.script = script;
    var parameters = server.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    server.setSSLParameters(parameters);
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "https://127.0.0.1:" + server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!server.isClosed()) {
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
      var in = socket.getInputStream();
      in.readNBytes(24);
      var frames = new Http2Frames(in, socket.getOutputStream());
      frames.add(Http2Frames.SETTINGS, 0, 0, new byte[0]);
      frames.flush();
      while (true) {
        var frame = frames.read();
        if (frame.type() == Http2Frames.HEADERS) {
          script.answer(frames, frame.stream(), requests.incrementAndGet());
          frames.flush();
        }
      }
    } catch (IOException e) {
      // The client has gone, or the script wants to end.
      return;
    }
  }

  static void ok(Http2Frames frames, int stream) {
    frames.add(Http2Frames.HEADERS, Http2Frames.END_HEADERS | Http2Frames.END_STREAM, stream, OK);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
