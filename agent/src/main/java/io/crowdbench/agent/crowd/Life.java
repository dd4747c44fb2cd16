package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.http.Browser;
import io.crowdbench.messages.sample.Outcome;
import java.time.Duration;

/// One user's object of its action, from its beginning to its end. Lives on one virtual thread.
final class Life {

  private final Action action;
  private final ActingUser user;
  private final Ending ending;

  Life(Scene scene, UserData data, Browser browser) {
    this.action = scene.actions().get();
    this.ending = scene.ending();
    this.user =
        new ActingUser(data, scene.addresses(), scene.seed(), scene.measured(), ending, browser);
  }

  /// From now on everything is this much later than the schedule wanted it.
  ///
  /// @param nanos or [Late#UNSCHEDULED]
  void late(long nanos) {
    user.measured().late().by(nanos);
  }

  Duration pace() {
    return user.pace();
  }

  /// Whether the user thinks right now. Any thread.
  boolean thinks() {
    return user.thinks();
  }

  /// @return whether it went well
  boolean begin() {
    return outsidePass(() -> action.begin(user));
  }

  void end() {
    var _ = outsidePass(() -> action.end(user));
  }

  void pass() {
    user.takeFailed();
    var start = System.nanoTime();
    var outcome = Outcome.PASSED;
    try {
      action.run(user);
    } catch (Throwable e) {
      outcome = outcomeOf(e);
    }
    user.settle();
    if (outcome == Outcome.PASSED && user.takeFailed()) {
      outcome = Outcome.FAILED;
    }
    user.measured().pass(outcome, System.nanoTime() - start);
  }

  private boolean outsidePass(Step step) {
    var outcome = Outcome.PASSED;
    try {
      step.run();
    } catch (Throwable e) {
      outcome = outcomeOf(e);
    }
    user.settle();
    return outcome == Outcome.PASSED;
  }

  private Outcome outcomeOf(Throwable e) {
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
