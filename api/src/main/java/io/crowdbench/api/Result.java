package io.crowdbench.api;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What came of a request: callers handle both, and no exception.
public sealed interface Result<T> {

  /// The service answered.
  record Ok<T>(T value) implements Result<T> {}

  /// It did not, or refused.
  ///
  /// @param status of the answer; 0 where none came
  /// @param problems every one of them, whole sentences: what was tried, what came back, what to do
  record Failed<T>(int status, List<String> problems) implements Result<T> {

    public Failed {
      problems = List.copyOf(problems);
    }

    public String sentence() {
      return String.join(" ", problems);
    }
  }

  /// Hands the value to one, or all problems as one text to the other.
  default void handle(Consumer<? super T> ok, Consumer<String> failed) {
    switch (this) {
      case Ok<T>(var value) -> ok.accept(value);
      case Failed<T> problem -> failed.accept(problem.sentence());
    }
  }

  default <R> Result<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Ok<T>(var value) -> new Ok<>(change.apply(value));
      case Failed<T>(var status, var problems) -> new Failed<>(status, problems);
    };
  }

  /// For callers that can't go on without the value.
  ///
  /// @throws RequestRefused with the problems
  default T orThrow() {
    return switch (this) {
      case Ok<T>(var value) -> value;
      case Failed<T>(var status, var problems) -> throw new RequestRefused(status, problems);
    };
  }
}
