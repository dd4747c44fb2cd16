package io.crowdbench.actions;

import java.time.Duration;

/// A request being written. Each method changes it and returns it.
public interface Request {

  /// Names the operation in results. Without it the name is the method and the path, with whatever
  /// looks like an id replaced: `GET /products/{id}`.
  Request as(String name);

  /// Adds a header field.
  Request header(String name, String value);

  /// Adds a query parameter to the address, encoded.
  Request query(String name, String value);

  /// Adds a form field; the body is sent as `application/x-www-form-urlencoded`.
  Request form(String name, String value);

  /// Sets the body, sent as UTF-8.
  ///
  /// @param contentType such as `application/json`
  Request body(String contentType, String text);

  /// How long the whole exchange may take; 30 seconds unless said.
  Request timeout(Duration time);

  /// Sends the request and waits for the whole answer.
  ///
  /// @throws RequestFailed when there is no whole, valid answer
  Response send();
}
