package io.crowdbench.agent.operation;

import io.crowdbench.actions.CheckFailed;
import io.crowdbench.actions.RequestFailed;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.Redirects;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.Sender;
import io.crowdbench.agent.journal.CountTable;
import io.crowdbench.messages.sample.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/// One request from its sending until its checks are over.
public final class Operation {

  private final String name;
  private final RequestHead request;
  private final Duration timeout;
  private final Measured measured;

  private static final AtomicIntegerFieldUpdater<Operation> COUNTED =
      AtomicIntegerFieldUpdater.newUpdater(Operation.class, "counted");

  /// Where it is noted as under way once it is sent; null before.
  private volatile CountTable.@Nullable Row sent;

  private boolean settled;
  private boolean statusExpected;
  private volatile boolean unsent;
  private volatile @Nullable HttpAnswer answer;

  /// 1 once it is clear who counts it: its user, or whoever abandons it.
  @SuppressWarnings("unused") // by COUNTED
  private volatile int counted;

  private @Nullable String problem;

  public Operation(String name, RequestHead request, Duration timeout, Measured measured) {
    this.name = name;
    this.request = request;
    this.timeout = timeout;
    this.measured = measured;
  }

  public String name() {
    return name;
  }

  public Address address() {
    return request.address();
  }

  public HttpAnswer perform(Sender sender, Ending ending) {
    var start = System.nanoTime();
    try {
      var whole = sender.send(request, timeout, this::sent);
      answer = whole;
      measured.trace().answered(request, whole);
      return whole;
    } catch (IOException | RuntimeException e) {
      settled = true;
      var own = isOwnToCount();
      if (ending.isOver()) {
        if (sent != null && own) {
          measured.cutOff(name);
        }
        throw new RunEnded();
      }
      throw broken(e, System.nanoTime() - start);
    }
  }

  private RequestFailed broken(Exception e, long nanos) {
    var thrown = new RequestFailed(sentence(e), e);
    if (GeneratorLimit.reached(thrown)) {
      measured.unsent(name);
      measured.error(name, "this slave could not send it: " + sentence(e), "");
    } else {
      measured.broken(name, nanos);
      measured.failed(name, sentence(e), CodeLocation.place(thrown), request, null, nanos);
    }
    return thrown;
  }

  /// Answers from what a browser has kept: nothing is sent and nothing measured, but checks may
  /// fail.
  public void answeredBy(HttpAnswer kept) {
    unsent = true;
    answer = kept;
  }

  /// The answer that came; null before it did.
  public @Nullable HttpAnswer answer() {
    return answer;
  }

  private String sentence(Exception e) {
    var what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "%s %s: %s".formatted(request.method(), request.address(), what);
  }

  /// True if the answer sends a browser on.
  public boolean isRedirect() {
    return answer != null && Redirects.is(answer);
  }

  /// The request that the answer asks for.
  ///
  /// @param followed how many redirects were followed before this one
  public RequestHead redirected(int followed) {
    try {
      if (answer == null || followed == Redirects.MAX) {
        throw new IOException("redirected more than " + Redirects.MAX + " times in a row");
      }
      return Redirects.next(request, answer);
    } catch (IOException e) {
      var _ = failed(sentence(e));
      throw new RequestFailed(sentence(e), e);
    }
  }

  /// A check did not hold. Counted here rather than where it is caught: an action may catch it
  /// itself.
  public CheckFailed failed(String message) {
    var thrown = new CheckFailed(message);
    failed(message, CodeLocation.place(thrown));
    return thrown;
  }

  /// @param place where in the user's code, as of [CodeLocation]
  public void failed(String message, String place) {
    if (!settled && problem == null) {
      problem = message;
      measured.failed(name, message, place, request, answer, 0);
    }
  }

  public boolean hasFailed() {
    return problem != null || (settled && answer == null);
  }

  public void expectedStatus() {
    statusExpected = true;
  }

  /// On a second connection once more, where the first turned out to be closed.
  private void sent() {
    if (sent == null) {
      var row = measured.inFlight(name);
      row.begun();
      sent = row;
    }
  }

  private boolean isOwnToCount() {
    var own = COUNTED.compareAndSet(this, 0, 1);
    var row = sent;
    if (own && row != null) {
      row.ended();
    }
    return own;
  }

  /// Counts it as incomplete if it was sent and is not counted yet. Any thread.
  ///
  /// @return true if its answer was still under way
  public boolean abandon() {
    if (sent == null || unsent || !isOwnToCount()) {
      return false;
    }
    measured.cutOff(name);
    return answer == null;
  }

  /// Counts the operation as what it has turned out to be; true if that is failed.
  public boolean settle() {
    var whole = answer;
    if (settled || whole == null) {
      return settled;
    }
    if (problem == null && !statusExpected && whole.status() >= 400) {
      failed(("unexpected status " + whole.status() + " " + whole.reason()).strip(), "");
    }
    settled = true;
    var outcome = problem == null ? Outcome.PASSED : Outcome.FAILED;
    if (!unsent && isOwnToCount()) {
      measured.answered(name, outcome, whole);
    }
    return problem != null;
  }
}
