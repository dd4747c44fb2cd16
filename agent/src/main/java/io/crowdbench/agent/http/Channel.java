package io.crowdbench.agent.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/// A connection that stays open for what comes behind an answer's head: a WebSocket or a stream of
/// events.
public final class Channel implements AutoCloseable {

  private final Connection connection;
  private final Connection.Opening opening;

  private Channel(Connection connection, Connection.Opening opening) {
    this.connection = connection;
    this.opening = opening;
  }

  static Channel over(
      Connection connection, RequestHead request, byte[] bytes, Deadline deadline, Runnable onSent)
      throws IOException {
    var in = new Patient(connection.socket(), deadline);
    var opening = connection.begin(request, bytes, in, onSent);
    in.deadline = null;
    connection.socket().setSoTimeout(0);
    return new Channel(connection, opening);
  }

  /// The socket's input, impatient only as long as there is a deadline.
  private static final class Patient extends FilterInputStream {

    private final Socket socket;
    private volatile @Nullable Deadline deadline;

    Patient(Socket socket, Deadline deadline) throws IOException {
      super(socket.getInputStream());
      this.socket = socket;
      this.deadline = deadline;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var until = deadline;
      if (until == null) {
        return in.read(bytes, offset, length);
      }
      socket.setSoTimeout(until.leftMillis());
      try {
        return in.read(bytes, offset, length);
      } catch (SocketTimeoutException e) {
        throw new SocketTimeoutException(until.sentence());
      }
    }
  }

  /// The answer's head.
  public Answer answer() {
    return opening.answer();
  }

  InputStream in() {
    return opening.body();
  }

  /// Bytes that came behind the head.
  long bytes() {
    return opening.body().bytes();
  }

  OutputStream out() throws IOException {
    return connection.socket().getOutputStream();
  }

  boolean isClosed() {
    return !connection.isOpen();
  }

  /// Whoever reads is told that it was closed.
  @Override
  public void close() {
    Browser.closeQuietly(connection);
  }
}
