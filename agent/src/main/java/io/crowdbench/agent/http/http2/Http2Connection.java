package io.crowdbench.agent.http.http2;

import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.agent.http.Deadline;
import io.crowdbench.agent.http.ExchangeTimeout;
import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.HttpConnection;
import io.crowdbench.agent.http.Origin;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.Sent;
import io.crowdbench.agent.http.tls.TlsSetup;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// A connection of HTTP/2 (RFC 9113), carrying exchanges side by side. Blocking: each exchange has
/// the thread of its user or helper, and one more reads.
public final class Http2Connection implements HttpConnection {

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /// For what is written on nobody's behalf.
  private static final Duration CONTROL = Duration.ofSeconds(30);

  private static final int ENABLE_PUSH = 2;
  private static final int INITIAL_WINDOW = 4;
  private static final int MAX_HEADER_LIST = 6;

  private final Origin origin;
  private final Socket plain;
  private final Socket socket;
  private final ExchangeTimeout patience;
  private final Http2Frames frames;
  private final Http2Headers headers = new Http2Headers();
  private final Http2State state = new Http2State();

  /// Held while frames are put together and sent: their order matters.
  private final ReentrantLock writing = new ReentrantLock();

  /// Frames that nobody waits for, to be sent as soon as somebody can.
  private final Queue<Control> controls = new ConcurrentLinkedQueue<>();

  /// Negative once told; guarded by `writing`, as is the next one.
  private long connectNanos;

  private long tlsNanos;
  private int nextStream = 1;

  /// @param plain the connection below TLS, whose closing never waits
  private Http2Connection(
      Origin origin, Socket plain, Socket socket, long connectNanos, long tlsNanos)
      throws IOException {
    this.origin = origin;
    this.plain = plain;
    this.socket = socket;
    this.patience = new ExchangeTimeout(plain);
    this.frames = new Http2Frames(socket.getInputStream(), socket.getOutputStream());
    this.connectNanos = connectNanos;
    this.tlsNanos = tlsNanos;
  }

  /// Begins to speak over a connection on which both sides have agreed to HTTP/2.
  public static Http2Connection over(
      Origin origin, Socket plain, Socket socket, long connectNanos, long tlsNanos)
      throws IOException {
    var connection = new Http2Connection(origin, plain, socket, connectNanos, tlsNanos);
    connection.begin();
    Thread.ofVirtual().name("http2").start(connection::read);
    return connection;
  }

  private void begin() {
    frames.addRaw(PREFACE);
    var settings = new byte[18];
    setting(settings, 0, ENABLE_PUSH, 0);
    setting(settings, 6, INITIAL_WINDOW, Http2State.OUR_WINDOW);
    setting(settings, 12, MAX_HEADER_LIST, Headers.MAX_BYTES);
    frames.add(Http2Frames.SETTINGS, 0, 0, settings);
    // Sent along with the first request.
    frames.add(
        Http2Frames.WINDOW_UPDATE,
        0,
        0,
        Http2Frames.number(Http2State.OUR_CONNECTION_WINDOW - Http2State.FIRST_WINDOW));
  }

  private static void setting(byte[] into, int at, int name, int value) {
    into[at + 1] = (byte) name;
    System.arraycopy(Http2Frames.number(value), 0, into, at + 2, 4);
  }

  @Override
  public HttpAnswer exchange(
      RequestHead request, String cookies, Deadline deadline, Runnable onSent) throws IOException {
    state.awaitTurn(deadline);
    Http2Stream stream = null;
    try {
      long bytes;
      long[] opening;
      var before = System.nanoTime();
      writing.lock();
      try {
        stream = state.open(nextStream, request.method().equals("HEAD"));
        nextStream += 2;
        bytes = addHead(stream, request, cookies);
        opening = takeOpening();
        if (request.body().length == 0) {
          flush(deadline.endNanos());
        }
      } finally {
        writing.unlock();
      }
      bytes += sendBody(stream, request.body(), deadline);
      var sent = new Sent(before, System.nanoTime());
      onSent.run();
      sendControls();
      return stream.await(deadline, bytes, sent, opening[0], opening[1]);
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

  /// How long connecting took, for the first exchange only.
  private long[] takeOpening() {
    var opening = new long[] {connectNanos, tlsNanos};
    connectNanos = -1;
    tlsNanos = -1;
    return opening;
  }

  /// @return bytes on the network
  private long addHead(Http2Stream stream, RequestHead request, String cookies) {
    var block = headers.packed(request, origin, cookies);
    int last = request.body().length == 0 ? Http2Frames.END_STREAM : 0;
    int sent = 0;
    int frame = Http2Frames.HEADERS;
    int frames = 0;
    do {
      int part = Math.min(block.length - sent, Http2Frames.MAX);
      int flags =
          (sent + part == block.length ? Http2Frames.END_HEADERS : 0)
              | (frame == Http2Frames.HEADERS ? last : 0);
      this.frames.add(frame, flags, stream.id, block, sent, part);
      sent += part;
      frames++;
      frame = Http2Frames.CONTINUATION;
    } while (sent < block.length);
    return block.length + (long) frames * Http2Frames.HEAD;
  }

  /// Sends the body as the server makes room for it.
  ///
  /// @return bytes on the network
  private long sendBody(Http2Stream stream, byte[] body, Deadline deadline) throws IOException {
    long bytes = 0;
    int sent = 0;
    while (sent < body.length) {
      int part = state.take(stream, body.length - sent, deadline);
      if (part == 0) {
        // It has answered without waiting for the rest.
        control(Http2Frames.RST_STREAM, 0, stream.id, Http2Frames.number(Http2Codes.CANCEL));
        break;
      }
      int last = sent + part == body.length ? Http2Frames.END_STREAM : 0;
      writing.lock();
      try {
        frames.add(Http2Frames.DATA, last, stream.id, body, sent, part);
        flush(deadline.endNanos());
      } finally {
        writing.unlock();
      }
      sent += part;
      bytes += part + Http2Frames.HEAD;
    }
    return bytes;
  }

  private void flush(long dueNanos) throws IOException {
    patience.begin(dueNanos);
    try {
      frames.flush();
    } catch (IOException e) {
      var why = why(e);
      state.end(why);
      if (patience.end()) {
        throw state.isUsed() ? new StaleConnection(why, false) : new IOException(why, e);
      }
      throw new SocketTimeoutException("the server takes nothing");
    }
    if (!patience.end()) {
      throw new SocketTimeoutException("the server takes nothing");
    }
  }

  private void cancel(@Nullable Http2Stream stream) {
    if (stream != null && !stream.isOver()) {
      control(Http2Frames.RST_STREAM, 0, stream.id, Http2Frames.number(Http2Codes.CANCEL));
      sendControls();
    }
  }

  private record Control(int type, int flags, int stream, byte[] content) {}

  private void control(int type, int flags, int stream, byte[] content) {
    controls.add(new Control(type, flags, stream, content));
  }

  /// Sends them now or, where somebody else is writing, leaves them to that one: the reader must
  /// not wait for a server that waits for us to read.
  private void sendControls() {
    while (!controls.isEmpty() && writing.tryLock()) {
      try {
        for (var next = controls.poll(); next != null; next = controls.poll()) {
          frames.add(next.type, next.flags, next.stream, next.content);
        }
        flush(System.nanoTime() + CONTROL.toNanos());
      } catch (IOException e) {
        // Whoever waits has been told.
        close();
        return;
      } finally {
        writing.unlock();
      }
    }
  }

  private void read() {
    try {
      var reader =
          new Http2Reader(
              frames, headers, state, this::control, () -> EventLoops.arrivedNanos(plain));
      while (reader.next()) {
        sendControls();
      }
    } catch (EOFException e) {
      state.end("the server closed the connection");
    } catch (Http2Frames.Broken e) {
      state.end(String.valueOf(e.getMessage()));
      var last = new byte[8];
      last[7] = (byte) e.code;
      control(Http2Frames.GOAWAY, 0, 0, last);
      sendControls();
    } catch (IOException e) {
      state.end(why(e));
    } catch (RuntimeException e) {
      state.end("the answer could not be understood: " + e);
    } finally {
      close();
    }
  }

  /// A server may refuse the client's certificate after the handshake.
  private String why(IOException e) {
    return (e instanceof SSLException || e instanceof SocketException) && !state.isUsed()
        ? String.valueOf(TlsSetup.inWords(e).getMessage())
        : "the connection broke: " + e.getMessage();
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
    patience.forget();
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is closed.
      return;
    }
  }
}
