package io.crowdbench.agent.http.http1;

import io.crowdbench.agent.http.Deadline;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A connection that stays open for what comes behind an answer's head: a WebSocket or a stream of
/// events.
public final class Channel implements AutoCloseable {

  private final Http1Connection connection;
  private final Http1Connection.Opening opening;

  private Channel(Http1Connection connection, Http1Connection.Opening opening) {
    this.connection = connection;
    this.opening = opening;
  }

  public static Channel over(
      Http1Connection connection,
      RequestHead request,
      byte[] bytes,
      Deadline deadline,
      Runnable onSent)
      throws IOException {
    return new Channel(connection, connection.begin(request, bytes, deadline, onSent));
  }

  /// The answer's head.
  public HttpAnswer answer() {
    return opening.answer();
  }

  public InputStream in() {
    return opening.body();
  }

  /// Bytes that came behind the head.
  public long bytes() {
    return opening.body().bytes();
  }

  public OutputStream out() throws IOException {
    return connection.socket().getOutputStream();
  }

  public boolean isClosed() {
    return !connection.isOpen();
  }

  /// Whoever reads is told that it was closed.
  @Override
  public void close() {
    connection.close();
  }
}
