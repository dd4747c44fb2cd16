package io.crowdbench.agent.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The instant by which an exchange must be over, however slowly its bytes drip.
final class Deadline {

  private final Duration time;
  private final long endNanos;

  Deadline(Duration time) {
    this.time = time;
    this.endNanos = System.nanoTime() + time.toNanos();
  }

  /// What is left, at least one millisecond, since 0 would mean for ever.
  int leftMillis() throws SocketTimeoutException {
    var left = (endNanos - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException(sentence());
    }
    return (int) Math.min(left + 1, Integer.MAX_VALUE);
  }

  String sentence() {
    return "no whole answer within " + time.toMillis() + " ms";
  }

  /// The socket's input, where each read waits no longer than what is left.
  InputStream guard(Socket socket) throws IOException {
    return new FilterInputStream(socket.getInputStream()) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        socket.setSoTimeout(leftMillis());
        try {
          return in.read(bytes, offset, length);
        } catch (SocketTimeoutException e) {
          throw new SocketTimeoutException(sentence());
        }
      }
    };
  }
}
