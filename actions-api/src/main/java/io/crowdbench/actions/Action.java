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

  /// Called once for the whole run, on one slave only, before any user begins: the place to fill
  /// the site with what the run needs. The user is one of `users.txt`, with an object of the action
  /// of its own, which [#endRun(User)] finds again. Nothing of it is measured.
  ///
  /// Whatever it throws, an operation that fails, or more than a minute for all actions together
  /// fails the run before it has begun.
  default void beginRun(User user) throws Exception {}

  /// Called once for the whole run, on the same slave, when the last user has gone, also when the
  /// run was stopped, but not when that slave is lost: the place to clean up. Nothing of it is
  /// measured. Takes at most 20 seconds for all actions together; what fails is shown with the
  /// run's errors.
  default void endRun(User user) throws Exception {}
}
