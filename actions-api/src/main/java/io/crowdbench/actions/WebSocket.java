package io.crowdbench.actions;

import java.time.Duration;

/// A WebSocket (RFC 6455), open until it is closed or its user ends. Belongs to the user's thread.
///
/// Messages are taken in, and pings are answered, while the action does something else; of those
/// not yet received up to 1,000 wait, then the server has to. Messages are counted as they come and
/// go, with their bytes, under the name of the operation followed by `received` and `sent`. What
/// counts as an answer only the author knows: see [User#time(String, Duration)].
public interface WebSocket extends AutoCloseable {

  /// Sends a text message.
  ///
  /// @throws RequestFailed when the connection has ended
  void send(String text);

  /// Sends a binary message.
  ///
  /// @throws RequestFailed when the connection has ended
  void send(byte[] content);

  /// The next message, waited for if need be, which must be a text.
  ///
  /// @throws RequestFailed when none comes in that time, it is binary, or the connection has ended
  String receive(Duration patience);

  /// The next message, waited for if need be, binary or text in UTF-8.
  ///
  /// @throws RequestFailed when none comes in that time, or the connection has ended
  byte[] receiveBytes(Duration patience);

  /// Says goodbye and closes the connection; waits for the server's goodbye, at most two seconds.
  @Override
  void close();
}
