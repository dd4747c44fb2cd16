package io.crowdbench.agent.http.http2;

import io.crowdbench.agent.http.Deadline;
import io.crowdbench.agent.http.ExchangeTimeout;
import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.HttpConnection;
import io.crowdbench.agent.http.Origin;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.tls.TlsSetup;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;

/// The sending side of a connection of HTTP/2: puts frames together, in the order in which streams
/// are opened. Any thread.
final class Http2Writer {

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /// For what is written on nobody's behalf.
  private static final Duration CONTROL = Duration.ofSeconds(30);

  private static final int ENABLE_PUSH = 2;
  private static final int INITIAL_WINDOW = 4;
  private static final int MAX_HEADER_LIST = 6;

  private final Origin origin;
  private final Http2Frames frames;
  private final Http2Headers headers;
  private final Http2State state;
  private final ExchangeTimeout timeout;
  private final Runnable onBroken;

  /// Held while frames are put together and sent: their order matters.
  private final ReentrantLock writing = new ReentrantLock();

  /// Frames that nobody waits for, to be sent as soon as somebody can.
  private final Queue<Control> controls = new ConcurrentLinkedQueue<>();

  /// Negative once told; guarded by `writing`, as is the next one.
  private long connectNanos;

  private long tlsNanos;
  private int nextStream = 1;

  /// @param plain the connection below TLS, whose closing never waits
  /// @param onBroken for when what nobody waits for can't be sent: closes the connection
  Http2Writer(
      Origin origin,
      Socket plain,
      Http2Frames frames,
      Http2Headers headers,
      Http2State state,
      long connectNanos,
      long tlsNanos,
      Runnable onBroken) {
    this.origin = origin;
    this.frames = frames;
    this.headers = headers;
    this.state = state;
    this.timeout = new ExchangeTimeout(plain);
    this.connectNanos = connectNanos;
    this.tlsNanos = tlsNanos;
    this.onBroken = onBroken;
  }

  /// What a client says first; it is sent along with the first request.
  void begin() {
    frames.addRaw(PREFACE);
    var settings = new byte[18];
    setting(settings, 0, ENABLE_PUSH, 0);
    setting(settings, 6, INITIAL_WINDOW, Http2State.OUR_WINDOW);
    setting(settings, 12, MAX_HEADER_LIST, Headers.MAX_BYTES);
    frames.add(Http2Frames.SETTINGS, 0, 0, settings);
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

  /// A stream that was opened: what its head takes on the network and, for the first one of the
  /// connection, how long connecting took.
  record Opened(Http2Stream stream, long bytes, long connectNanos, long tlsNanos) {}

  /// Opens the next stream with the request's head, which goes out with the next [flush] or body.
  Opened open(RequestHead request, String cookies) throws IOException {
    writing.lock();
    try {
      var stream = state.open(nextStream, request.method().equals("HEAD"), request.bodies().kept());
      nextStream += 2;
      var opened = new Opened(stream, addHead(stream, request, cookies), connectNanos, tlsNanos);
      connectNanos = -1;
      tlsNanos = -1;
      return opened;
    } finally {
      writing.unlock();
    }
  }

  /// Sends what was put together.
  void flush(Deadline deadline) throws IOException {
    writing.lock();
    try {
      flush(deadline.endNanos());
    } finally {
      writing.unlock();
    }
  }

  /// @return bytes on the network
  private long addHead(Http2Stream stream, RequestHead request, String cookies) {
    var block = headers.packed(request, origin, cookies);
    int last = request.bodyLength() == 0 ? Http2Frames.END_STREAM : 0;
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
  long sendBody(Http2Stream stream, RequestHead request, Deadline deadline) throws IOException {
    var upload = request.bodies().upload();
    if (upload == null) {
      return sendPiece(stream, request.body(), request.body().length, true, deadline);
    }
    var bytes = new AtomicLong();
    upload.pour((piece, length, last) -> {
      long sent = sendPiece(stream, piece, length, last, deadline);
      bytes.addAndGet(sent);
      return sent > length;
    });
    return bytes.get();
  }

  private long sendPiece(
      Http2Stream stream, byte[] body, int length, boolean whole, Deadline deadline)
      throws IOException {
    long bytes = 0;
    int sent = 0;
    while (sent < length) {
      int part = state.take(stream, length - sent, deadline);
      if (part == 0) {
        // It has answered without waiting for the rest.
        control(Http2Frames.RST_STREAM, 0, stream.id, Http2Frames.number(Http2Codes.CANCEL));
        break;
      }
      int last = whole && sent + part == length ? Http2Frames.END_STREAM : 0;
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
    timeout.begin(dueNanos);
    try {
      frames.flush();
    } catch (IOException e) {
      var why = why(e);
      state.end(why);
      if (timeout.end()) {
        throw state.isUsed()
            ? new HttpConnection.StaleConnection(why, false)
            : new IOException(why, e);
      }
      throw new SocketTimeoutException("the server takes nothing");
    }
    if (!timeout.end()) {
      throw new SocketTimeoutException("the server takes nothing");
    }
  }

  /// Tells the server that nobody waits for that answer any more.
  void cancel(Http2Stream stream) {
    if (!stream.isOver()) {
      control(Http2Frames.RST_STREAM, 0, stream.id, Http2Frames.number(Http2Codes.CANCEL));
      sendControls();
    }
  }

  private record Control(int type, int flags, int stream, byte[] content) {}

  /// Notes a frame for the next [#sendControls].
  void control(int type, int flags, int stream, byte[] content) {
    controls.add(new Control(type, flags, stream, content));
  }

  /// Sends them now or, where somebody else is writing, leaves them to that one: the reader must
  /// not wait for a server that waits for us to read.
  void sendControls() {
    while (!controls.isEmpty() && writing.tryLock()) {
      try {
        for (var next = controls.poll(); next != null; next = controls.poll()) {
          frames.add(next.type, next.flags, next.stream, next.content);
        }
        flush(System.nanoTime() + CONTROL.toNanos());
      } catch (IOException e) {
        // Those who wait have been told by the flush.
        onBroken.run();
        return;
      } finally {
        writing.unlock();
      }
    }
  }

  /// A server may refuse the client's certificate after the handshake.
  String why(IOException e) {
    return (e instanceof SSLException || e instanceof SocketException) && !state.isUsed()
        ? String.valueOf(TlsSetup.inWords(e).getMessage())
        : "the connection broke: " + e.getMessage();
  }

  /// No timeout of a write is looked after any more.
  void forget() {
    timeout.forget();
  }
}
