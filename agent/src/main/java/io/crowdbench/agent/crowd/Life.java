package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.http.Browser;
import io.crowdbench.messages.sample.Outcome;
import java.time.Duration;

/// One user's object of its action, from its beginning to its end. Lives on one virtual thread.
final class Life {

  /// What stands where a lateness would, for passes that no schedule wanted at any instant.
  static final long UNSCHEDULED = -1;

  private final Action action;
  private final ActingUser user;
  private final Measured measured;
  private final Ending ending;

  Life(Scene scene, UserData data, Browser browser) {
    this.action = scene.actions().get();
    this.measured = scene.measured();
    this.ending = scene.ending();
    this.user = new ActingUser(data, scene.addresses(), scene.seed(), measured, ending, browser);
  }

  /// From now on everything is this much later than the schedule wanted it.
  ///
  /// @param nanos or [#UNSCHEDULED]
  void late(long nanos) {
    user.late(nanos);
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
    measured.pass(outcome, System.nanoTime() - start, user.late());
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
    return Outcome.FAILED;
  }

  /// A method of the action.
  interface Step {
    void run() throws Exception;
  }
}
