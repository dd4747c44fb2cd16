package io.crowdbench.agent.crowd;

import io.crowdbench.actions.CheckFailed;
import io.crowdbench.actions.Request;
import io.crowdbench.actions.RequestFailed;
import io.crowdbench.actions.Response;
import io.crowdbench.actions.User;
import io.crowdbench.agent.http.Browser;
import io.crowdbench.agent.http.RequestHead;
import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The user as its action sees it. Lives on one virtual thread.
final class ActingUser implements User {

  private final String id;
  private final URI target;
  private final Measured measured;
  private final Ending ending;
  private final RandomGenerator random;
  private final Browser browser;

  /// The last operation, whose checks may still be going on.
  private @Nullable Operation open;

  private boolean failed;

  ActingUser(String id, URI target, long seed, Measured measured, Ending ending, Browser browser) {
    this.id = id;
    this.target = target;
    this.measured = measured;
    this.ending = ending;
    this.browser = browser;
    this.random = new SplittableRandom(seed * 31 + id.hashCode());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Response get(String address) {
    return request("GET", address).send();
  }

  @Override
  public Request request(String method, String address) {
    return new OpenRequest(this, method, target.resolve(address));
  }

  /// @param name of the operation; null for the method and path
  Response send(RequestHead request, @Nullable String name, Duration timeout, boolean follow) {
    var operation = operation(request, name, timeout);
    var response = perform(operation);
    for (int followed = 0; follow && operation.isRedirect(); followed++) {
      operation = operation(operation.redirected(followed), null, timeout);
      response = perform(operation);
    }
    return response;
  }

  private Operation operation(RequestHead request, @Nullable String name, Duration timeout) {
    var called = name == null ? Names.of(request.method(), request.address().getRawPath()) : name;
    return new Operation(called, request, timeout, measured);
  }

  private Response perform(Operation operation) {
    settle();
    ending.check();
    open = operation;
    measured.population().started();
    try {
      return operation.perform(browser, ending);
    } finally {
      measured.population().ended();
    }
  }

  @Override
  public void think(Duration time) {
    settle();
    ending.check();
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunEnded();
    }
  }

  @Override
  public void think(Duration shortest, Duration longest) {
    think(Duration.ofNanos(random.nextLong(shortest.toNanos(), longest.toNanos() + 1)));
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public void log(String line) {
    measured.debug().add(measured.action(), id, line);
  }

  /// The checks on the last answer are over: its outcome is what it is now.
  void settle() {
    var operation = open;
    open = null;
    if (operation != null) {
      failed |= operation.settle();
    }
  }

  /// The pass was ended by something thrown: counts it unless it is counted already.
  void thrown(Throwable e) {
    var operation = open;
    if (e instanceof RequestFailed) {
      return;
    }
    if (!(e instanceof CheckFailed)) {
      measured.error(operation == null ? measured.action() : operation.name(), Frames.sentence(e));
    } else if (operation != null) {
      var _ = operation.failed(String.valueOf(e.getMessage()));
    } else {
      measured.error(measured.action(), String.valueOf(e.getMessage()));
    }
  }

  /// Begins a new pass; true if anything had failed since the last call.
  boolean takeFailed() {
    var had = failed;
    failed = false;
    return had;
  }
}
