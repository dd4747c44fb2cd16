package io.crowdbench.agent.http;

import java.io.IOException;

/// A connection to an origin, of whichever version of HTTP. Belongs to one user.
public interface HttpConnection {

  /// Sends the request and reads the whole answer.
  ///
  /// @param cookies the value of the Cookie header, or nothing
  /// @param onSent told once the request's bytes have been handed to the socket
  /// @throws StaleConnection when the server had ended the connection before the request was seen
  HttpAnswer exchange(RequestHead request, String cookies, Deadline deadline, Runnable onSent)
      throws IOException;

  /// Where it goes to.
  Origin origin();

  /// True if another exchange may be begun.
  boolean isOpen();

  /// True if the server has ended it, as far as this machine has noticed yet.
  default boolean hasEnded() {
    return !isOpen();
  }

  /// True if it can carry exchanges side by side.
  boolean isShared();

  /// An exchange over it has failed.
  void failed();

  void close();

  /// The server had ended a connection that was kept.
  final class StaleConnection extends IOException {

    private static final long serialVersionUID = 1;

    /// True if the server has surely done nothing about the request: anything may be sent again.
    private final boolean unseen;

    public StaleConnection() {
      this("the server closed the connection while it was idle", false);
    }

    public StaleConnection(String message, boolean unseen) {
      super(message);
      this.unseen = unseen;
    }

    public boolean unseen() {
      return unseen;
    }
  }
}
