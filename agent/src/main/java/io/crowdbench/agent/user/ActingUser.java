package io.crowdbench.agent.user;

import io.crowdbench.actions.Browsing;
import io.crowdbench.actions.CheckFailed;
import io.crowdbench.actions.EventStream;
import io.crowdbench.actions.Loading;
import io.crowdbench.actions.RequestFailed;
import io.crowdbench.actions.RequestSetup;
import io.crowdbench.actions.Response;
import io.crowdbench.actions.Steps;
import io.crowdbench.actions.Table;
import io.crowdbench.actions.Tls;
import io.crowdbench.actions.User;
import io.crowdbench.actions.WebSocket;
import io.crowdbench.agent.address.NoAddress;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.channel.Channels;
import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.Sender;
import io.crowdbench.agent.operation.CodeLocation;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.GaveUp;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.Operation;
import io.crowdbench.agent.operation.OperationNames;
import io.crowdbench.agent.operation.OperationScope;
import io.crowdbench.agent.operation.ReceivedResponse;
import io.crowdbench.agent.operation.RunEnded;
import io.crowdbench.agent.visit.Visits;
import io.crowdbench.messages.sample.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The user as its action sees it. Lives on one virtual thread.
public final class ActingUser implements User, OperationScope, OpenRequest.Owner {

  private final UserData data;
  private final RunScope scope;
  private final Measured measured;
  private final Ending ending;
  private final RandomGenerator random;
  private final Browser browser;

  /// The last operation, whose checks may still be going on.
  private volatile @Nullable Operation open;

  /// None before the first visit.
  private @Nullable Visits visits;

  private boolean failed;

  /// What was thrown last, when it has been counted already.
  private @Nullable Throwable told;

  private Duration pace = Duration.ZERO;
  private List<String> namedBy = List.of();
  private volatile boolean thinks;

  public ActingUser(
      UserData data, RunScope scope, long seed, Measured measured, Ending ending, Browser browser) {
    this.data = data;
    this.scope = scope;
    this.measured = measured.by(data.id(), data);
    this.ending = ending;
    this.browser = browser;
    this.random = new SplittableRandom(seed * 31 + data.id().hashCode());
  }

  @Override
  public String id() {
    return data.id();
  }

  @Override
  public String value(String column) {
    return data.value(column);
  }

  @Override
  public Table table(String file) {
    return scope.table(file).of(random);
  }

  @Override
  public <T, E extends Exception> T shared(String name, Loading<T, E> load) throws E {
    return scope.shared().of("shared " + name, load);
  }

  @Override
  public RuntimeException giveUp(String reason) {
    throw new GaveUp(reason);
  }

  @Override
  public void tls(Tls wishes) {
    browser.secure(wishes);
  }

  @Override
  public void browsing(Browsing wishes) {
    visits().browsing(wishes);
  }

  @Override
  public <E extends Exception> Response request(
      String method, String address, RequestSetup<E> setup) throws E {
    return written(method, address, setup).send();
  }

  @Override
  public <E extends Exception> Response visit(String address, RequestSetup<E> setup) throws E {
    return written("GET", address, setup).visit();
  }

  @Override
  public <E extends Exception> WebSocket webSocket(String address, RequestSetup<E> setup) throws E {
    return written("GET", address, setup).webSocket();
  }

  @Override
  public <E extends Exception> EventStream events(String address, RequestSetup<E> setup) throws E {
    return written("GET", address, setup).events();
  }

  private <E extends Exception> OpenRequest written(
      String method, String address, RequestSetup<E> setup) throws E {
    var request = new OpenRequest(this, method, scope.addresses().whole(address));
    setup.set(request);
    return request;
  }

  /// @param name of the operation; null for the method and path
  @Override
  public Response send(
      RequestHead request, @Nullable String name, Duration timeout, boolean follow) {
    var operation = operation(request, name, timeout);
    var answer = perform(operation);
    if (visits != null && !request.method().equals("GET")) {
      visits.forget(request.address());
    }
    for (int followed = 0; follow && operation.isRedirect(); followed++) {
      var next = operation.redirected(followed);
      operation = operation(next, OperationNames.hop(name, nameOf(next)), timeout);
      answer = perform(operation);
    }
    return new ReceivedResponse(operation, answer);
  }

  @Override
  public Visits visits() {
    var known = visits;
    var kept = known == null ? new Visits(this, browser, measured, ending) : known;
    visits = kept;
    return kept;
  }

  @Override
  public Channels channels() {
    return new Channels(this, browser, measured, ending);
  }

  private Operation operation(RequestHead request, @Nullable String name, Duration timeout) {
    var called = name == null ? nameOf(request) : name;
    return new Operation(called, request, timeout, measured);
  }

  @Override
  public String nameOf(RequestHead request) {
    return namedBy.isEmpty() ? OperationNames.of(request) : OperationNames.of(request, namedBy);
  }

  @Override
  public void namedBy(String... parameters) {
    namedBy = List.of(parameters);
  }

  @Override
  public HttpAnswer perform(Operation operation) {
    return perform(operation, browser);
  }

  @Override
  public HttpAnswer perform(Operation operation, Sender sender) {
    begin(operation);
    measured.population().started();
    try {
      return operation.perform(sender, ending);
    } finally {
      measured.population().ended();
    }
  }

  @Override
  public void begin(Operation operation) {
    settle();
    ending.check();
    open = operation;
  }

  @Override
  public void think(Duration time) {
    settle();
    ending.check();
    thinks = true;
    try {
      EventLoops.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunEnded();
    } finally {
      thinks = false;
    }
  }

  @Override
  public void think(Duration shortest, Duration longest) {
    think(Duration.ofNanos(random.nextLong(shortest.toNanos(), longest.toNanos() + 1)));
  }

  @Override
  public void thinkNormal(Duration mean, Duration deviation) {
    var nanos = random.nextGaussian(mean.toNanos(), deviation.toNanos());
    think(Duration.ofNanos(Math.max(0, (long) nanos)));
  }

  @Override
  public void thinkExponential(Duration mean) {
    think(Duration.ofNanos((long) (random.nextExponential() * mean.toNanos())));
  }

  @Override
  public void pace(Duration time) {
    pace = time;
  }

  /// From the beginning of a pass to the earliest beginning of the next.
  public Duration pace() {
    return pace;
  }

  /// Any thread.
  public boolean thinks() {
    return thinks;
  }

  /// What is measured of this user.
  public Measured measured() {
    return measured;
  }

  @Override
  public <E extends Exception> void group(String name, Steps<E> steps) throws E {
    settle();
    ending.check();
    var failedBefore = takeFailed();
    var start = System.nanoTime();
    var outcome = Outcome.PASSED;
    try {
      steps.run();
    } catch (Throwable e) {
      outcome = ending.isOver() || e instanceof GaveUp ? Outcome.INCOMPLETE : Outcome.FAILED;
      if (outcome == Outcome.FAILED) {
        thrown(e);
      }
      throw e;
    } finally {
      settle();
      measured.group(
          name,
          outcome == Outcome.PASSED && failed ? Outcome.FAILED : outcome,
          System.nanoTime() - start);
      failed |= failedBefore;
    }
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public void count(String name, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException(
          "Could not count %d of %s: a counter only grows. Count what was taken back under a name of its own."
              .formatted(amount, name));
    }
    measured.counted(name, amount);
  }

  @Override
  public void time(String name, Duration time) {
    measured.timed(name, time.toNanos());
  }

  @Override
  public void log(String line) {
    measured.trace().logged(line);
    measured.debug().add(measured.action(), id(), line, data);
  }

  /// The outcome of the last operation is what it is now.
  @Override
  public void settle() {
    var operation = open;
    open = null;
    if (operation != null) {
      failed |= operation.settle();
    }
    if (visits != null) {
      failed |= visits.settle(operation != null && operation.hasFailed());
    }
  }

  /// Counts the operation under way as incomplete. Any thread.
  public void abandon() {
    var operation = open;
    if (operation != null && operation.abandon()) {
      measured.population().cutOff();
    }
  }

  /// The pass was ended by something thrown: counts it unless it is counted already.
  public void thrown(Throwable e) {
    var operation = open;
    if (e instanceof RequestFailed || e == told) {
      return;
    }
    told = e;
    var place = CodeLocation.place(e);
    if (!(e instanceof CheckFailed)) {
      var what = e instanceof NoAddress ? String.valueOf(e.getMessage()) : e.toString();
      measured.error(operation == null ? measured.action() : operation.name(), what, place);
    } else if (operation != null) {
      operation.failed(String.valueOf(e.getMessage()), place);
    } else {
      measured.error(measured.action(), String.valueOf(e.getMessage()), place);
    }
  }

  /// Begins a new pass; true if anything had failed since the last call.
  public boolean takeFailed() {
    var had = failed;
    failed = false;
    return had;
  }
}
