package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.http.Browser;
import io.crowdbench.messages.sample.Outcome;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One user from its first pass to its last, on a virtual thread of its own.
final class VirtualUser implements Runnable {

  /// A user who can't even begin tries again, but not so fast that it becomes a load of its own.
  private static final Duration BEGIN_AGAIN = Duration.ofSeconds(1);

  private final Supplier<Action> actions;
  private final UserIds ids;
  private final Addresses addresses;
  private final long seed;
  private final Measured measured;
  private final Ending ending;
  private volatile @Nullable Thread thread;
  private volatile boolean leaving;

  VirtualUser(
      Supplier<Action> actions,
      UserIds ids,
      Addresses addresses,
      long seed,
      Measured measured,
      Ending ending) {
    this.actions = actions;
    this.ids = ids;
    this.addresses = addresses;
    this.seed = seed;
    this.measured = measured;
    this.ending = ending;
  }

  Thread start(String name) {
    var own = Thread.ofVirtual().name(name).unstarted(this);
    thread = own;
    own.start();
    return own;
  }

  /// The pass under way is the last one.
  void leave() {
    leaving = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    try {
      var data = ids.lease();
      measured.population().enter();
      try (var browser = new Browser()) {
        live(new ActingUser(data, addresses, seed, measured, ending, browser));
      } finally {
        measured.population().leave();
        ids.giveBack(data);
      }
    } catch (InterruptedException e) {
      // The run ended while this user still waited for an id: there is nothing to take back.
      Thread.currentThread().interrupt();
    }
  }

  private void live(ActingUser user) {
    var action = actions.get();
    while (stays() && !outsidePass(user, () -> action.begin(user))) {
      await(System.nanoTime() + BEGIN_AGAIN.toNanos());
    }
    while (stays()) {
      var start = System.nanoTime();
      pass(user, action);
      await(start + user.pace().toNanos());
    }
    if (!ending.isOver()) {
      outsidePass(user, () -> action.end(user));
    }
  }

  private boolean stays() {
    return !leaving && !ending.isOver();
  }

  /// Waits between passes, but not if the user is to leave: nothing is under way then.
  private void await(long dueNanos) {
    for (long left = dueNanos - System.nanoTime(); left > 0 && stays(); ) {
      LockSupport.parkNanos(left);
      // An interrupt that an action left behind would keep it from parking; the run's own end is
      // told by `ending`.
      var _ = Thread.interrupted();
      left = dueNanos - System.nanoTime();
    }
  }

  private void pass(ActingUser user, Action action) {
    user.takeFailed();
    var start = System.nanoTime();
    var outcome = Outcome.PASSED;
    try {
      action.run(user);
    } catch (Throwable e) {
      outcome = outcomeOf(e, user);
    }
    user.settle();
    if (outcome == Outcome.PASSED && user.takeFailed()) {
      outcome = Outcome.FAILED;
    }
    measured.pass(outcome, System.nanoTime() - start);
  }

  /// Runs begin or end; true if it went well.
  private boolean outsidePass(ActingUser user, Step step) {
    var outcome = Outcome.PASSED;
    try {
      step.run();
    } catch (Throwable e) {
      outcome = outcomeOf(e, user);
    }
    user.settle();
    return outcome == Outcome.PASSED;
  }

  private Outcome outcomeOf(Throwable e, ActingUser user) {
    if (ending.isOver()) {
      return Outcome.INCOMPLETE;
    }
    if (e instanceof VirtualMachineError error) {
      throw error;
    }
    user.thrown(e);
    return OwnLimit.reached(e) ? Outcome.INCOMPLETE : Outcome.FAILED;
  }

  /// A method of the action.
  interface Step {
    void run() throws Exception;
  }
}
