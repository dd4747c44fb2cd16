package io.crowdbench.agent.rehearsal;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.crowd.ActionInstance;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.GaveUp;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.Population;
import io.crowdbench.agent.user.ActingUser;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import io.crowdbench.messages.sample.Outcome;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/// One user, one pass, told in full: what the author of an action tries it with.
public final class Rehearsal {

  private final Meter meter = new Meter();
  private final PrintWriter out;
  private final ActingUser user;

  private Rehearsal(String name, UserData data, RunScope scope, Browser browser, PrintWriter out) {
    var measured =
        new Measured(
            name, meter, new Errors(), new DebugLog(), new Population(), new PrintedTrace(out));
    this.out = out;
    this.user = new ActingUser(data, scope, 1, measured, new Ending(), browser);
  }

  /// Begins, passes once and ends on the calling thread.
  ///
  /// @return true if nothing has failed
  public static boolean of(
      String name, Supplier<Action> actions, UserData data, RunScope scope, PrintWriter out) {
    try (var browser = new Browser()) {
      return new Rehearsal(name, data, scope, browser, out).run(actions);
    }
  }

  private boolean run(Supplier<Action> actions) {
    var whole = actions.get();
    var well = !has(whole, "beginRun") || step("begin of the run", () -> whole.beginRun(user));
    if (well) {
      well = pass(actions.get());
      well &= !has(whole, "endRun") || step("end of the run", () -> whole.endRun(user));
    }
    var operations = meter.counters(0).operations();
    out.printf(
        "%n%s: %d requests passed, %d failed.%n",
        well ? "Passed" : "Failed", operations.passed(), operations.failed());
    out.flush();
    return well;
  }

  private boolean pass(Action action) {
    var well = step("begin", () -> action.begin(user));
    if (well) {
      well = step("pass", () -> action.run(user));
      well &= step("end", () -> action.end(user));
    }
    return well;
  }

  /// Most actions do nothing for the whole run, which need not be told.
  private static boolean has(Action action, String method) {
    try {
      return action.getClass().getMethod(method, User.class).getDeclaringClass() != Action.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private boolean step(String name, ActionInstance.Step step) {
    out.printf("%n%s%n", name);
    var start = System.nanoTime();
    var outcome = Outcome.PASSED;
    user.takeFailed();
    try {
      step.run();
    } catch (GaveUp e) {
      out.printf("    ! %s%n", e.getMessage());
      outcome = Outcome.INCOMPLETE;
    } catch (Exception | LinkageError e) {
      user.thrown(e);
      outcome = Outcome.FAILED;
    }
    user.settle();
    if (user.takeFailed()) {
      outcome = Outcome.FAILED;
    }
    var word = outcome.name().toLowerCase(Locale.ROOT);
    out.printf("%n%s: %s in %s%n", name, word, BriefTrace.millis(System.nanoTime() - start));
    return outcome == Outcome.PASSED;
  }
}
