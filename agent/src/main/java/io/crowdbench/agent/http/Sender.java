package io.crowdbench.agent.http;

import java.io.IOException;
import java.time.Duration;

/// What requests can be sent over.
public interface Sender {

  /// Sends the request and waits for the whole answer.
  ///
  /// @param onSent told once the request's bytes have gone out, to tell unsent from unanswered ones
  /// @throws IOException with a message that says what came instead
  HttpAnswer send(RequestHead request, Duration timeout, Runnable onSent) throws IOException;
}
