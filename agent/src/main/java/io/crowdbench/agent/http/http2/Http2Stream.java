package io.crowdbench.agent.http.http2;

import io.crowdbench.agent.http.AnswerBody;
import io.crowdbench.agent.http.Deadline;
import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.HttpFailure;
import io.crowdbench.agent.http.Sent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;
import org.jspecify.annotations.Nullable;

/// One exchange over a connection of HTTP/2: its own thread waits, the connection's reader fills.
final class Http2Stream {

  final int id;
  private final boolean head;

  /// What may still be sent of the body; guarded by the connection.
  long sendWindow;

  /// What was read and the server not told yet; of the reader only.
  int consumed;

  private final Headers headers = new Headers();
  private final int kept;
  private AnswerBody body;
  private int status;
  private long received;
  private long firstNanos;
  private long lastNanos;
  private boolean ended;
  private @Nullable IOException failure;

  /// @param kept as many bytes of the answer's body are kept
  Http2Stream(int id, boolean head, int kept, long sendWindow) {
    this.id = id;
    this.head = head;
    this.kept = kept;
    this.body = new AnswerBody(AnswerBody.UNKNOWN, kept);
    this.sendWindow = sendWindow;
  }

  /// Bytes came over the network for it.
  ///
  /// @param nanos when, as of `System.nanoTime`
  synchronized void came(int bytes, long nanos) {
    if (received == 0) {
      firstNanos = nanos;
    }
    lastNanos = nanos;
    received += bytes;
  }

  synchronized void fields(List<Header> fields, boolean last) throws HttpFailure {
    if (status >= 200) {
      if (!last) {
        throw new HttpFailure("the server sent header fields in the middle of the body");
      }
      end();
      return;
    }
    int code = status(fields);
    if (code < 200) {
      if (last) {
        throw new HttpFailure("the answer ended after the interim status " + code);
      }
      return;
    }
    status = code;
    for (var field : fields) {
      if (!field.getName().startsWith(":")) {
        headers.add(field.getName(), field.getValue() == null ? "" : field.getValue());
      }
    }
    long length = headers.number("Content-Length");
    if (length >= 0 && !last) {
      body = new AnswerBody(length, kept);
    }
    if (last) {
      end();
    }
  }

  private static int status(List<Header> fields) throws HttpFailure {
    for (var field : fields) {
      if (field.getName().equals(":status")
          && field.getValue() != null
          && field.getValue().matches("[1-9]\\d\\d")) {
        return Integer.parseInt(field.getValue());
      }
    }
    throw new HttpFailure("the answer has no status");
  }

  /// HTTP/2 sends no words; with the usual ones errors read the same as over HTTP/1.1.
  private static String reason(int status) {
    var words =
        status < 600 ? EnglishReasonPhraseCatalog.INSTANCE.getReason(status, Locale.ROOT) : null;
    return words == null ? "" : words;
  }

  synchronized void data(byte[] content, boolean last) throws HttpFailure {
    if (status == 0) {
      throw new HttpFailure("the server sent a body without header fields");
    }
    body.add(content, 0, content.length);
    if (last) {
      end();
    }
  }

  private void end() throws HttpFailure {
    var length = headers.value("Content-Length");
    if (length != null && !head && status != 304 && !length.equals(Long.toString(body.length()))) {
      throw new HttpFailure(
          "the body has %,d bytes, but Content-Length is %s".formatted(body.length(), length));
    }
    ended = true;
    notifyAll();
  }

  /// It ends without an answer; the first reason counts.
  synchronized void fail(IOException why) {
    if (!ended && failure == null) {
      failure = why;
      notifyAll();
    }
  }

  synchronized boolean isOver() {
    return ended || failure != null;
  }

  /// True if the server has begun to answer.
  synchronized boolean isAnswered() {
    return received > 0;
  }

  /// Waits for the whole answer.
  ///
  /// @throws SocketTimeoutException when the deadline passes first
  synchronized HttpAnswer await(
      Deadline deadline, long sentBytes, Sent sent, long connectNanos, long tlsNanos)
      throws IOException {
    while (!ended) {
      if (failure != null) {
        throw failure;
      }
      try {
        wait(deadline.leftMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
    var sentNanos = sent.nanos(firstNanos);
    return new HttpAnswer(
        status,
        reason(status),
        headers,
        body.bytes(),
        body.length(),
        sentBytes,
        received,
        connectNanos,
        tlsNanos,
        sentNanos,
        Math.max(firstNanos, sentNanos),
        Math.max(lastNanos, sentNanos));
  }
}
