package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import io.crowdbench.agent.operation.CodeLocation;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.Population;
import io.crowdbench.agent.operation.Trace;
import io.crowdbench.agent.user.ActingUser;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What actions do once for the whole run, before its load and after it. Nothing of it is measured.
///
/// The methods are called by one thread; the actions' code runs on another, which is left behind
/// where it does not heed an interrupt.
public final class OncePerRun implements AutoCloseable {

  /// For the set-up by all actions together.
  public static final Duration SET_UP = Duration.ofSeconds(60);

  /// For the tear-down by all actions together.
  public static final Duration TEAR_DOWN = Duration.ofSeconds(20);

  /// For what is told to stop.
  private static final Duration TO_STOP = Duration.ofSeconds(2);

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Ending ending = new Ending();
  private final Browser browser = new Browser();
  private final Errors runErrors;
  private final List<One> all = new ArrayList<>();

  /// Those whose set-up went well, or was at least begun.
  private final List<Begun> begun = new CopyOnWriteArrayList<>();

  /// What the worker is at, such as `beginRun of Buy`.
  private volatile String doing = "";

  /// Who sets the run up.
  private volatile @Nullable Thread worker;

  private volatile boolean stopped;

  /// When the worker must be done, by `System.nanoTime`.
  private volatile long dueNanos;

  /// An action to be made, and the user that does it.
  private record One(String name, Supplier<Action> maker, ActingUser user, Errors errors) {}

  private record Begun(One one, Action action) {}

  /// The run can't be set up.
  public static final class Failed extends Exception {

    private static final long serialVersionUID = 1;

    Failed(String sentence) {
      super(sentence);
    }
  }

  /// @param actions those that are to be called
  /// @param debug where they log to
  /// @param runErrors where failures of the tear-down are shown
  public OncePerRun(
      Map<String, Supplier<Action>> actions,
      UserData data,
      RunScope scope,
      long seed,
      DebugLog debug,
      Errors runErrors) {
    this.runErrors = runErrors;
    actions.forEach((name, maker) -> {
      var errors = new Errors();
      var measured = new Measured(name, new Meter(), errors, debug, new Population(), Trace.NONE);
      var user = new ActingUser(data, scope, seed, measured, ending, browser);
      all.add(new One(name, maker, user, errors));
    });
  }

  /// Sets the run up.
  ///
  /// @throws Failed with a sentence for people; what was set up is torn down again
  public void begin() throws Failed, InterruptedException {
    var problem = new AtomicReference<@Nullable String>();
    var done =
        within(
            SET_UP,
            () -> {
              worker = Thread.currentThread();
              for (int i = 0; i < all.size() && problem.get() == null && !stopped; i++) {
                var one = all.get(i);
                problem.set(problem(one, () -> begin(one)));
              }
            });
    worker = null;
    if (!done) {
      throw new Failed(
          "Could not set up the run: %s was not done %s. Try it alone: crowdbench try."
              .formatted(
                  doing,
                  stopped
                      ? "when it was told to stop"
                      : "within " + SET_UP.toSeconds() + " seconds"));
    }
    var first = problem.get();
    if (first != null) {
      var what = doing;
      end();
      throw new Failed(
          "Could not set up the run: %s failed: %s. Try it alone: crowdbench try."
              .formatted(what, first));
    }
  }

  private void begin(One one) throws Exception {
    doing = "the constructor of " + one.name;
    var action = one.maker.get();
    doing = "beginRun of " + one.name;
    begun.add(new Begun(one, action));
    action.beginRun(one.user);
  }

  /// Tears the run down; what fails is shown with its errors.
  public void end() throws InterruptedException {
    var done =
        within(
            TEAR_DOWN,
            () -> {
              for (var last : List.copyOf(begun).reversed()) {
                var problem = problem(last.one, () -> last.action.endRun(last.one.user));
                if (problem != null) {
                  runErrors.add(last.one.name, "endRun", problem, "");
                }
              }
            });
    if (!done) {
      var names = begun.stream().map(last -> last.one.name).collect(Collectors.joining(", "));
      runErrors.add(names, "endRun", "not done within " + TEAR_DOWN.toSeconds() + " seconds", "");
    }
  }

  /// Ends a set-up that is under way, within a bound; one that was not begun yet is left out. Any
  /// thread.
  public void stop() {
    stopped = true;
    var thread = worker;
    if (thread != null) {
      dueNanos = System.nanoTime() + TO_STOP.toNanos();
      thread.interrupt();
    }
  }

  /// A method of an action.
  private interface Step {
    void run() throws Exception;
  }

  /// Takes a step; what went wrong, or null.
  private static @Nullable String problem(One one, Step step) {
    one.user.takeFailed();
    Throwable thrown = null;
    try {
      step.run();
    } catch (OutOfMemoryError e) {
      // Ends the runner.
      throw e;
    } catch (Throwable e) {
      one.user.thrown(e);
      thrown = e;
    }
    one.user.settle();
    var failed = one.user.takeFailed() || thrown != null;
    if (!failed) {
      return null;
    }
    var first = one.errors.take().errors().stream().findFirst();
    return first
        .map(error ->
            error.operation().equals(one.name)
                ? error.message()
                : error.message() + " (" + error.operation() + ")")
        .orElse(thrown == null ? "an operation failed" : thrown + CodeLocation.place(thrown));
  }

  /// True if it was done in that time.
  private boolean within(Duration patience, Runnable work) throws InterruptedException {
    if (all.isEmpty()) {
      return true;
    }
    // Not virtual: users who never let go of the processors must not keep it from its work.
    dueNanos = System.nanoTime() + patience.toNanos();
    var thread = Thread.ofPlatform().name("once per run").daemon().start(work);
    while (!thread.join(LOOK_EVERY)) {
      if (System.nanoTime() - dueNanos >= 0) {
        thread.interrupt();
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    ending.now();
    browser.close();
  }
}
