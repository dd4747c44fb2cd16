package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.http.Browser;
import io.crowdbench.messages.sample.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/// One user from its first pass to its last, on a virtual thread of its own.
final class VirtualUser implements Runnable {

  /// A user who can't even begin tries again, but not so fast that it becomes a load of its own.
  private static final Duration BEGIN_AGAIN = Duration.ofSeconds(1);

  private final Supplier<Action> actions;
  private final UserIds ids;
  private final URI target;
  private final long seed;
  private final Measured measured;
  private final Ending ending;
  private volatile boolean leaving;

  VirtualUser(
      Supplier<Action> actions,
      UserIds ids,
      URI target,
      long seed,
      Measured measured,
      Ending ending) {
    this.actions = actions;
    this.ids = ids;
    this.target = target;
    this.seed = seed;
    this.measured = measured;
    this.ending = ending;
  }

  /// The pass under way is the last one.
  void leave() {
    leaving = true;
  }

  @Override
  public void run() {
    try {
      var id = ids.lease();
      measured.population().enter();
      try (var browser = new Browser()) {
        live(new ActingUser(id, target, seed, measured, ending, browser));
      } finally {
        measured.population().leave();
        ids.giveBack(id);
      }
    } catch (InterruptedException e) {
      // The run ended while this user still waited for an id: there is nothing to take back.
      Thread.currentThread().interrupt();
    }
  }

  private void live(ActingUser user) {
    var action = actions.get();
    while (!leaving && !ending.isOver() && !outsidePass(user, () -> action.begin(user))) {
      pause(user);
    }
    while (!leaving && !ending.isOver()) {
      pass(user, action);
    }
    if (!ending.isOver()) {
      outsidePass(user, () -> action.end(user));
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
    return Outcome.FAILED;
  }

  private void pause(ActingUser user) {
    try {
      user.think(BEGIN_AGAIN);
    } catch (RunEnded e) {
      // Told by `ending`, which the caller looks at next.
      return;
    }
  }

  /// A method of the action.
  private interface Step {
    void run() throws Exception;
  }
}
