package io.crowdbench.agent.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

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
    return new Channel(connection, connection.begin(request, bytes, deadline, onSent));
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
    connection.close();
  }
}
