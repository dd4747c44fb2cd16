package io.crowdbench.agent.http;

import java.io.IOException;

/// What came over the connection was no whole, valid answer.
final class HttpFailure extends IOException {

  private static final long serialVersionUID = 1;

  HttpFailure(String message) {
    super(message);
  }
}
