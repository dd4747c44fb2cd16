package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a cache keeps of an answer: for most resources no body, since nobody looks at it.
///
/// @param tag the ETag header
/// @param modified the Last-Modified header
/// @param lifeNanos how long it is fresh when it has just come
/// @param freshUntil `System.nanoTime` from which on it must be asked about
/// @param varied what the request had in the fields that the answer depends on
/// @param status the answer's
/// @param next where it redirects to
/// @param page the whole answer, for a page
/// @param content of a style sheet or module, which is known to [Parses] by this; null for others
public record Kept(
    @Nullable String tag,
    @Nullable String modified,
    long lifeNanos,
    long freshUntil,
    @Nullable Varied varied,
    int status,
    @Nullable Address next,
    @Nullable HttpAnswer page,
    @Nullable Digest content) {

  /// Names of header fields, and what they were.
  record Varied(List<String> names, List<String> values) {}

  public boolean isFresh() {
    return freshUntil - System.nanoTime() > 0;
  }

  /// Adds what the server needs to say that it has not changed.
  public void ask(Fields fields) {
    if (tag != null) {
      fields.set("If-None-Match", tag);
    }
    if (modified != null) {
      fields.set("If-Modified-Since", modified);
    }
  }

  public Kept with(Digest found) {
    return new Kept(tag, modified, lifeNanos, freshUntil, varied, status, next, page, found);
  }

  Kept freshFor(long nanos) {
    return new Kept(
        tag, modified, nanos, System.nanoTime() + nanos, varied, status, next, page, content);
  }

  int bytes() {
    return page == null ? 0 : page.body().length;
  }
}
