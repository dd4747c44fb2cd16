package io.crowdbench.actions;

/// One thing a web user does, such as searching for a product and buying it.
///
/// Each virtual user has an object of its own, made with the public constructor without parameters
/// and kept as long as the user lives: what one pass leaves in a field, the next one finds. All
/// three methods are called on the user's own virtual thread, one at a time, and may simply block.
///
/// Whatever they throw fails the transaction and is shown, grouped, with the run's errors.
public interface Action {

  /// Called once, before the user's first pass: the place to log in. Its requests are measured as
  /// operations, but it is no transaction.
  default void begin(User user) throws Exception {}

  /// One pass: a transaction. Called again and again until the user is taken out.
  void run(User user) throws Exception;

  /// Called once, after the user's last pass: the place to log out.
  default void end(User user) throws Exception {}
}
