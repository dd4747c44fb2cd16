package io.crowdbench.ui.base;

import java.util.function.Consumer;
import java.util.function.Function;

/// What came of asking a service: a page shows either, and never an exception.
public sealed interface Answer<T> {

  /// The service answered.
  record Got<T>(T value) implements Answer<T> {}

  /// It did not, or not with this.
  ///
  /// @param sentence what was asked of whom, what came back, what to do
  record Missing<T>(String sentence) implements Answer<T> {}

  /// Hands the value to one, or the sentence to the other.
  default void either(Consumer<? super T> got, Consumer<String> missing) {
    switch (this) {
      case Got<T>(var value) -> got.accept(value);
      case Missing<T>(var sentence) -> missing.accept(sentence);
    }
  }

  /// The same with another value.
  default <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Got<T>(var value) -> new Got<>(change.apply(value));
      case Missing<T>(var sentence) -> new Missing<>(sentence);
    };
  }
}
