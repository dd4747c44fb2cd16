package io.crowdbench.agent.http;

import java.io.IOException;

/// What came over the connection was no whole, valid answer.
public final class HttpFailure extends IOException {

  private static final long serialVersionUID = 1;

  public HttpFailure(String message) {
    super(message);
  }
}
