package io.crowdbench.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a long list.
///
/// @param total how many entries all parts have together
/// @param next address of the next part, without the server; null if this is the last
public record Page<T>(List<T> entries, long total, @Nullable String next) {

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(entries.stream().<R>map(change).toList(), total, next);
  }
}
