package io.crowdbench.actions;

/// Loads what users share: see [User#shared(String, Loading)].
///
/// @param <T> what it is
/// @param <E> what it may throw; for a lambda the compiler finds it out
@FunctionalInterface
public interface Loading<T, E extends Exception> {

  /// Called on the thread of the user who asked first, while others who ask wait.
  T load() throws E;
}
