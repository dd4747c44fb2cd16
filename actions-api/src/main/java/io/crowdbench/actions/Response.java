package io.crowdbench.actions;

import java.util.List;
import java.util.Optional;

/// The answer to a request, read to its end; after redirects, the last one.
///
/// The operation has passed if the status is below 400 or is the one that was expected, and if
/// every check on the answer holds that is made before the user's next request, think time or end
/// of group or pass.
///
/// A body that is not asked for is never unpacked or made a text.
public interface Response {

  /// The status code, such as 200; 0 where no answer came, see [Request#mayFail()].
  int status();

  /// What came instead of an answer, in words; empty where one came. Only a request that may fail
  /// ([Request#mayFail()]) ends like that, any other one throws.
  Optional<String> failure();

  /// The address that answered, whole: after redirects, the last one's.
  String address();

  /// The first header field of that name, in any case of letters.
  Optional<String> header(String name);

  /// The body as text, in the charset the answer names, or UTF-8.
  ///
  /// @throws CheckFailed when it can't be unpacked
  String text();

  /// The body, unpacked if it came as gzip, deflate or brotli.
  ///
  /// @throws CheckFailed when it can't be unpacked
  byte[] bytes();

  /// The value at a place in a JSON body: a text as it is, a number, `true` or `false` as written,
  /// an object or array as JSON text. Empty where there is nothing, or null.
  ///
  /// @param pointer a JSON pointer (RFC 6901), such as `/items/0/id`; the empty one is the whole
  /// @throws CheckFailed when the body is no JSON
  Optional<String> at(String pointer);

  /// The first match in the body's text: the expression's first group, or all that matched where it
  /// has none.
  ///
  /// @param regex in Java's notation, such as `name="token" value="([^"]+)"`
  Optional<String> find(String regex);

  /// The elements of an HTML body that match, in the page's order; none if none does.
  ///
  /// @param css a CSS selector, such as `form#login input[name=token]`
  List<Element> select(String css);

  /// Checks the status: `expected status 200 but got 503 Service Unavailable`.
  ///
  /// @throws CheckFailed when it is another
  Response expectStatus(int status);

  /// Checks that the body has the text in it.
  ///
  /// @throws CheckFailed when it has not
  Response expectText(String part);

  /// Checks the first header field of that name.
  ///
  /// @throws CheckFailed when it has another value, or there is none
  Response expectHeader(String name, String value);

  /// Checks what [#at(String)] finds.
  ///
  /// @throws CheckFailed when there is another value or nothing, or the body is no JSON
  Response expectJson(String pointer, String value);

  /// Checks that the expression matches somewhere in the body's text.
  ///
  /// @throws CheckFailed when it does not
  Response expectMatch(String regex);

  /// Checks anything else: `response.expect(total > 0, "a total above 0")`.
  ///
  /// @param sentence what is expected, in words; shown behind `expected`
  /// @throws CheckFailed when it does not hold
  Response expect(boolean holds, String sentence);
}
