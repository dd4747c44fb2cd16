package io.crowdbench.agent.http.http1;

import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.agent.http.Buffers;
import io.crowdbench.agent.http.Deadline;
import io.crowdbench.agent.http.ExchangeTimeout;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.HttpConnection;
import io.crowdbench.agent.http.HttpFailure;
import io.crowdbench.agent.http.Origin;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.Sent;
import io.crowdbench.agent.http.tls.TlsSetup;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// One connection to an origin, carrying one exchange at a time. Belongs to one user.
public final class Http1Connection implements HttpConnection {

  private final Origin origin;
  private final Socket plain;
  private final Socket socket;
  private final ExchangeTimeout patience;
  private final long connectNanos;
  private final long tlsNanos;
  private boolean used;

  private Http1Connection(
      Origin origin, Socket plain, Socket socket, long connectNanos, long tlsNanos) {
    this.origin = origin;
    this.plain = plain;
    this.socket = socket;
    this.patience = new ExchangeTimeout(plain);
    this.connectNanos = connectNanos;
    this.tlsNanos = tlsNanos;
  }

  /// @param plain the socket below TLS, or the only one
  /// @param connectNanos how long connecting took
  /// @param tlsNanos how long the TLS handshake took; negative where there was none
  public static Http1Connection over(
      Origin origin, Socket plain, Socket socket, long connectNanos, long tlsNanos) {
    return new Http1Connection(origin, plain, socket, connectNanos, tlsNanos);
  }

  @Override
  public Origin origin() {
    return origin;
  }

  /// A connection that was used before and ends without a byte of an answer is stale: the server
  /// had closed it while nobody looked.
  @Override
  public HttpAnswer exchange(
      RequestHead request, String cookies, Deadline deadline, Runnable onSent) throws IOException {
    patience.begin(deadline.endNanos());
    try {
      var answer = exchange(request, cookies, onSent);
      if (patience.end()) {
        return answer;
      }
    } catch (IOException e) {
      if (patience.end()) {
        throw e;
      }
    }
    throw new SocketTimeoutException(deadline.sentence());
  }

  private HttpAnswer exchange(RequestHead request, String cookies, Runnable onSent)
      throws IOException {
    var before = System.nanoTime();
    long sentBytes = write(request, cookies);
    var sending = new Sent(before, System.nanoTime());
    onSent.run();
    awaitReadable();
    var buffer = Buffers.borrow();
    try {
      var reader = new AnswerReader(socket.getInputStream(), buffer);
      if (!begins(reader)) {
        throw used
            ? new StaleConnection()
            : new HttpFailure("the connection was closed without an answer");
      }
      var sent = sending.nanos(arrived());
      var first = arrived(sent);
      var parser =
          new AnswerParser(reader, request.method().equals("HEAD"), request.bodies().kept());
      var body = parser.parse();
      var end = arrived(first);
      var kept = used;
      used = true;
      if (!parser.keepAlive() || reader.hasLeftOver()) {
        close();
      }
      return new HttpAnswer(
          parser.status(),
          parser.reason(),
          parser.headers(),
          body,
          parser.bodyLength(),
          sentBytes,
          reader.received(),
          kept ? -1 : connectNanos,
          kept ? -1 : tlsNanos,
          sent,
          first,
          end);
    } finally {
      Buffers.giveBack(buffer);
    }
  }

  /// @return how many bytes
  private long write(RequestHead request, String cookies) throws IOException {
    var buffer = Buffers.borrow();
    int size;
    try {
      var out = request.write(origin, cookies, buffer);
      size = out.size();
      write(out.array(), size);
    } finally {
      Buffers.giveBack(buffer);
    }
    var upload = request.bodies().upload();
    return upload == null ? size : size + upload.pour(this::write);
  }

  private boolean write(byte[] piece, int length, boolean last) throws IOException {
    write(piece, length);
    return true;
  }

  private void awaitReadable() throws IOException {
    try {
      EventLoops.awaitReadable(socket);
    } catch (IOException e) {
      throw staleOr(e);
    }
  }

  /// Sends the request and reads the answer's head; the rest is for whoever reads on.
  Opening begin(RequestHead request, byte[] bytes, Deadline deadline, Runnable onSent)
      throws IOException {
    patience.begin(deadline.endNanos());
    try {
      var opening = begin(request, bytes, onSent);
      if (patience.end()) {
        return opening;
      }
    } catch (IOException e) {
      if (patience.end()) {
        throw e;
      }
    }
    throw new SocketTimeoutException(deadline.sentence());
  }

  private Opening begin(RequestHead request, byte[] bytes, Runnable onSent) throws IOException {
    var reader = new AnswerReader(socket.getInputStream(), new byte[Buffers.SIZE / 2]);
    var before = System.nanoTime();
    write(bytes, bytes.length);
    var sending = new Sent(before, System.nanoTime());
    onSent.run();
    if (!begins(reader)) {
      throw new HttpFailure("the connection was closed without an answer");
    }
    var sent = sending.nanos(arrived());
    var first = arrived(sent);
    var parser = new AnswerParser(reader, request.method().equals("HEAD"));
    parser.head(true);
    var answer =
        new HttpAnswer(
            parser.status(),
            parser.reason(),
            parser.headers(),
            new byte[0],
            0,
            bytes.length,
            reader.received(),
            connectNanos,
            tlsNanos,
            sent,
            first,
            arrived(first));
    used = true;
    var body = parser.status() == 101 ? BodyStream.toEnd(reader) : parser.stream();
    return new Opening(answer, body);
  }

  /// @param answer without its body
  /// @param body to be read as it comes; after a switch to another protocol, whatever comes
  record Opening(HttpAnswer answer, BodyStream body) {}

  Socket socket() {
    return socket;
  }

  private void write(byte[] bytes, int length) throws IOException {
    try {
      socket.getOutputStream().write(bytes, 0, length);
    } catch (IOException e) {
      throw staleOr(e);
    }
  }

  /// When what was read last came in, which a thread that was kept from running learns later.
  private long arrived() {
    return EventLoops.arrivedNanos(plain);
  }

  private long arrived(long notBefore) {
    return Math.max(notBefore, arrived());
  }

  private boolean begins(AnswerReader reader) throws IOException {
    try {
      return reader.awaitFirst();
    } catch (IOException e) {
      throw staleOr(e);
    }
  }

  /// A kept connection that breaks was ended by the server while nobody looked; over a new one a
  /// server may have refused the client's certificate after the handshake.
  private IOException staleOr(IOException e) {
    if (used && !socket.isClosed()) {
      return new StaleConnection();
    }
    return origin.tls() && !used && !Thread.currentThread().isInterrupted()
        ? TlsSetup.inWords(e)
        : e;
  }

  @Override
  public boolean isOpen() {
    return !socket.isClosed();
  }

  @Override
  public boolean hasEnded() {
    return EventLoops.hasEnded(plain);
  }

  @Override
  public boolean isShared() {
    return false;
  }

  /// Where its answer ends and another would begin nobody knows any more.
  @Override
  public void failed() {
    close();
  }

  @Override
  public void close() {
    patience.forget();
    try {
      socket.close();
    } catch (IOException e) {
      // Closing is all we wanted; a connection that is broken already is closed enough.
      return;
    }
  }
}
