package io.crowdbench.kit.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// A part of a long list. It is answered as a plain array, and what else there is in headers, so
/// that a reader of the first part needs to know nothing of the others.
///
/// @param total how many entries all parts have together
/// @param next what the next part begins after; null if this is the last one
public record Page<T>(List<T> entries, long total, @Nullable String next) {

  public static final String TOTAL = "X-Total-Count";

  /// Makes the page of what was found.
  ///
  /// @param found one more than was asked for if there are more
  /// @param name what an entry is called in `after`
  public static <T> Page<T> of(
      PageRequest request, List<T> found, long total, Function<? super T, String> name) {
    if (found.size() <= request.limit()) {
      return new Page<>(List.copyOf(found), total, null);
    }
    var entries = List.copyOf(found.subList(0, request.limit()));
    return new Page<>(entries, total, name.apply(entries.getLast()));
  }

  /// Answers the request that is under way. The link has no host: the request may have come by way
  /// of the UI's port.
  public ResponseEntity<List<T>> answer() {
    var answer = ResponseEntity.ok().header(TOTAL, Long.toString(total));
    if (next != null) {
      var link =
          ServletUriComponentsBuilder.fromCurrentRequest()
              .scheme(null)
              .host(null)
              .port(null)
              .replaceQueryParam("after", UriUtils.encode(next, StandardCharsets.UTF_8))
              .build(true);
      answer.header(HttpHeaders.LINK, "<" + link.toUriString() + ">; rel=\"next\"");
    }
    return answer.body(entries);
  }
}
