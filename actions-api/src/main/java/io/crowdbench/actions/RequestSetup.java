package io.crowdbench.actions;

/// What a request has beside its method and address, written as a lambda: `user.get("/", r ->
/// r.as("home"))`.
///
/// @param <E> what it may throw; for a lambda the compiler finds it out
@FunctionalInterface
public interface RequestSetup<E extends Exception> {

  /// Called once, on the user's own thread, before the request is sent.
  void set(Request request) throws E;
}
