package io.crowdbench.actions;

import java.time.Duration;

/// A stream of events that a server sends (`text/event-stream`), open until it is closed or its
/// user ends. Belongs to the user's thread.
///
/// Events are taken in while the action does something else; of those not yet taken up to 1,000
/// wait, then the server has to. Each is counted when it comes, with its bytes, under the name of
/// the operation followed by `events`.
public interface EventStream extends AutoCloseable {

  /// The next event, waited for if need be.
  ///
  /// @throws RequestFailed when none comes in that time, or the stream has ended
  ServerEvent next(Duration patience);

  /// Ends the stream.
  @Override
  void close();
}
