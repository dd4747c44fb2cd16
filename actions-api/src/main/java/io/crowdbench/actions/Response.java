package io.crowdbench.actions;

import java.util.Optional;

/// The answer to a request, read to its end.
///
/// The operation has passed if the status is below 400 or is the one that was expected, and if
/// every check on the answer holds that is made before the user's next request, think time or end
/// of pass.
public interface Response {

  /// The status code, such as 200.
  int status();

  /// The first header field of that name, in any case of letters.
  Optional<String> header(String name);

  /// The body as text, in the charset the answer names, or UTF-8.
  String text();

  /// The body as it came.
  byte[] bytes();

  /// Checks the status: `expected status 200 but got 503 Service Unavailable`.
  ///
  /// @throws CheckFailed when it is another
  Response expectStatus(int status);

  /// Checks that the body has the text in it.
  ///
  /// @throws CheckFailed when it has not
  Response expectText(String part);
}
