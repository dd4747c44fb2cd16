package io.crowdbench.agent.http.http2;

import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.agent.http.Deadline;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.HttpConnection;
import io.crowdbench.agent.http.Origin;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.Sent;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/// A connection of HTTP/2 (RFC 9113), carrying exchanges side by side. Blocking: each exchange has
/// the thread of its user or helper, and one more reads.
public final class Http2Connection implements HttpConnection {

  private final Origin origin;
  private final Socket plain;
  private final Socket socket;
  private final Http2Frames frames;
  private final Http2Headers headers = new Http2Headers();
  private final Http2State state = new Http2State();
  private final Http2Writer writer;

  /// @param plain the connection below TLS, whose closing never waits
  private Http2Connection(
      Origin origin, Socket plain, Socket socket, long connectNanos, long tlsNanos)
      throws IOException {
    this.origin = origin;
    this.plain = plain;
    this.socket = socket;
    this.frames = new Http2Frames(socket.getInputStream(), socket.getOutputStream());
    this.writer =
        new Http2Writer(origin, plain, frames, headers, state, connectNanos, tlsNanos, this::close);
  }

  /// Begins to speak over a connection on which both sides have agreed to HTTP/2.
  public static Http2Connection over(
      Origin origin, Socket plain, Socket socket, long connectNanos, long tlsNanos)
      throws IOException {
    var connection = new Http2Connection(origin, plain, socket, connectNanos, tlsNanos);
    connection.writer.begin();
    Thread.ofVirtual().name("http2").start(connection::read);
    return connection;
  }

  @Override
  public HttpAnswer exchange(
      RequestHead request, String cookies, Deadline deadline, Runnable onSent) throws IOException {
    state.awaitTurn(deadline);
    Http2Stream stream = null;
    try {
      var before = System.nanoTime();
      var opened = writer.open(request, cookies);
      stream = opened.stream();
      if (request.bodyLength() == 0) {
        writer.flush(deadline);
      }
      var bytes = opened.bytes() + writer.sendBody(stream, request, deadline);
      var sent = new Sent(before, System.nanoTime());
      onSent.run();
      writer.sendControls();
      return stream.await(deadline, bytes, sent, opened.connectNanos(), opened.tlsNanos());
    } catch (SocketTimeoutException e) {
      cancel(stream);
      throw new SocketTimeoutException(deadline.sentence());
    } catch (InterruptedIOException e) {
      cancel(stream);
      throw e;
    } finally {
      if (state.done(stream)) {
        close();
      }
    }
  }

  private void cancel(@Nullable Http2Stream stream) {
    if (stream != null) {
      writer.cancel(stream);
    }
  }

  private void read() {
    try {
      var reader =
          new Http2Reader(
              frames, headers, state, writer::control, () -> EventLoops.arrivedNanos(plain));
      while (reader.next()) {
        writer.sendControls();
      }
    } catch (EOFException e) {
      state.end("the server closed the connection");
    } catch (Http2Frames.Broken e) {
      state.end(String.valueOf(e.getMessage()));
      var last = new byte[8];
      last[7] = (byte) e.code;
      writer.control(Http2Frames.GOAWAY, 0, 0, last);
      writer.sendControls();
    } catch (IOException e) {
      state.end(writer.why(e));
    } catch (RuntimeException e) {
      state.end("the answer could not be understood: " + e);
    } finally {
      close();
    }
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public boolean isOpen() {
    return state.isOpen();
  }

  @Override
  public boolean isShared() {
    return true;
  }

  /// Other exchanges go on; what concerns the whole connection its reader has seen.
  @Override
  public void failed() {}

  @Override
  public void close() {
    state.end("the connection is closed");
    writer.forget();
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is closed.
      return;
    }
  }
}
