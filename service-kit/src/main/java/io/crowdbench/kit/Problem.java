package io.crowdbench.kit;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something wrong with a request.
///
/// @param detail a whole sentence: what was tried, on what, what came back, what to do
/// @param pointer the part of the request's body that it is about, as a JSON pointer (RFC 6901);
///   null where it is about no part, or several
public record Problem(String detail, @Nullable String pointer) {

  /// @param path names of fields and indices, from the body's root; none where it is about no part
  public static Problem of(String detail, Object... path) {
    return new Problem(
        detail,
        path.length == 0
            ? null
            : Arrays.stream(path).map(Problem::token).collect(Collectors.joining()));
  }

  private static String token(Object step) {
    return "/" + String.valueOf(step).replace("~", "~0").replace("/", "~1");
  }
}
