package io.crowdbench.actions;

/// Steps of an action that belong together: see [User#group(String, Steps)].
///
/// @param <E> what they may throw; for a lambda the compiler finds it out
@FunctionalInterface
public interface Steps<E extends Exception> {

  /// Takes the steps, on the user's own thread.
  void run() throws E;
}
