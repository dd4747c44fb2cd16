package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.http.Browser;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private final Ending ending = new Ending();
  private final Browser browser = new Browser();
  private final Errors runErrors;
  private final List<One> all = new ArrayList<>();

  /// Those whose set-up went well, or was at least begun.
  private final List<One> begun = new ArrayList<>();

  private volatile @Nullable Thread worker;

  /// An action, and the user that does it.
  private record One(String name, Action action, ActingUser user, Errors errors) {}

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
      URI target,
      long seed,
      DebugLog debug,
      Errors runErrors) {
    this.runErrors = runErrors;
    actions.forEach((name, maker) -> {
      var errors = new Errors();
      var measured = new Measured(name, new Meter(), errors, debug, new Population(), Trace.NONE);
      var user = new ActingUser(data, new Addresses(target), seed, measured, ending, browser);
      all.add(new One(name, maker.get(), user, errors));
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
              for (int i = 0; i < all.size() && problem.get() == null; i++) {
                var one = all.get(i);
                begun.add(one);
                problem.set(problem(one, () -> one.action.beginRun(one.user)));
              }
            });
    if (!done) {
      throw new Failed(
          "Could not set up the run: beginRun of %s was not done within %d seconds. Try it alone: crowdbench try."
              .formatted(begun.getLast().name, SET_UP.toSeconds()));
    }
    var first = problem.get();
    if (first != null) {
      var name = begun.getLast().name;
      end();
      throw new Failed(
          "Could not set up the run: beginRun of %s failed: %s. Try it alone: crowdbench try."
              .formatted(name, first));
    }
  }

  /// Tears the run down; what fails is shown with its errors.
  public void end() throws InterruptedException {
    var done =
        within(
            TEAR_DOWN,
            () -> {
              for (var one : List.copyOf(begun).reversed()) {
                var problem = problem(one, () -> one.action.endRun(one.user));
                if (problem != null) {
                  runErrors.add(one.name, "endRun", problem, "");
                }
              }
            });
    if (!done) {
      var names = begun.stream().map(One::name).collect(Collectors.joining(", "));
      runErrors.add(names, "endRun", "not done within " + TEAR_DOWN.toSeconds() + " seconds", "");
    }
  }

  /// Ends a set-up that is under way. Any thread.
  public void stop() {
    var thread = worker;
    if (thread != null) {
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
        .orElse(thrown == null ? "an operation failed" : thrown + Frames.place(thrown));
  }

  /// True if it was done in that time.
  private boolean within(Duration patience, Runnable work) throws InterruptedException {
    if (all.isEmpty()) {
      return true;
    }
    // Not virtual: users who never let go of the processors must not keep it from its work.
    var thread = Thread.ofPlatform().name("once per run").daemon().start(work);
    worker = thread;
    if (thread.join(patience)) {
      worker = null;
      return true;
    }
    thread.interrupt();
    return false;
  }

  @Override
  public void close() {
    ending.now();
    browser.close();
  }
}
