package io.crowdbench.agent.crowd;

import static java.util.Objects.requireNonNull;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.journal.CountTable;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.GaveUp;
import io.crowdbench.agent.operation.GeneratorLimit;
import io.crowdbench.agent.user.ActingUser;
import io.crowdbench.agent.user.UserData;
import io.crowdbench.messages.sample.Outcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One user's object of its action, from its beginning to its end. Lives on one virtual thread.
public final class ActionInstance {

  private final Supplier<Action> maker;
  private final ActingUser user;
  private final Ending ending;

  /// Whether a pass is under way that is not counted yet.
  private final AtomicBoolean passing = new AtomicBoolean();

  /// Where a pass under way is noted.
  private final CountTable.Row passes;

  private @Nullable Action action;

  ActionInstance(ActionContext scene, UserData data, Browser browser) {
    this.maker = scene.actions();
    this.ending = scene.ending();
    this.user =
        new ActingUser(data, scene.scope(), scene.seed(), scene.measured(), ending, browser);
    this.passes = scene.measured().inFlight();
  }

  /// From now on everything is this much later than the schedule wanted it.
  ///
  /// @param nanos or [ScheduleDelay#UNSCHEDULED]
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

  /// Makes the action's object, too, unless that is done.
  ///
  /// @return whether it went well
  boolean begin() {
    return outsidePass(() -> {
      var made = action == null ? maker.get() : action;
      action = made;
      made.begin(user);
    });
  }

  void end() {
    var _ = outsidePass(() -> begun().end(user));
  }

  private Action begun() {
    return requireNonNull(action, "not begun");
  }

  /// Counts what is under way as incomplete in place of the user, whose code can't be ended. Any
  /// thread.
  void abandon() {
    user.abandon();
    if (isOwnToCount()) {
      user.measured().pass(Outcome.INCOMPLETE, 0);
    }
  }

  private boolean isOwnToCount() {
    var own = passing.compareAndSet(true, false);
    if (own) {
      passes.ended();
    }
    return own;
  }

  /// @param start of the pass, which is now; as of `System.nanoTime`
  void pass(long start) {
    user.takeFailed();
    passes.begun();
    passing.set(true);
    var outcome = Outcome.PASSED;
    var gaveUp = false;
    try {
      begun().run(user);
    } catch (GaveUp e) {
      gaveUp = true;
      outcome = outcomeOf(e);
    } catch (Throwable e) {
      outcome = outcomeOf(e);
    }
    user.settle();
    if ((outcome == Outcome.PASSED || gaveUp) && user.takeFailed()) {
      outcome = Outcome.FAILED;
    }
    if (isOwnToCount()) {
      user.measured().pass(outcome, System.nanoTime() - start);
    }
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
    if (e instanceof OutOfMemoryError error) {
      // Ends the runner: others lack memory, too. All other errors are the action's own.
      throw error;
    }
    if (e instanceof GaveUp reason) {
      user.measured().counted(reason.counter(), 1);
      return Outcome.INCOMPLETE;
    }
    user.thrown(e);
    return GeneratorLimit.reached(e) ? Outcome.INCOMPLETE : Outcome.FAILED;
  }

  /// A method of the action.
  public interface Step {
    void run() throws Exception;
  }
}
