package io.crowdbench.agent.crowd;

import io.crowdbench.actions.CheckFailed;
import io.crowdbench.actions.RequestFailed;
import io.crowdbench.agent.http.Answer;
import io.crowdbench.agent.http.Browser;
import io.crowdbench.agent.http.Redirects;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.messages.sample.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One request from its sending until its checks are over.
final class Operation {

  private final String name;
  private final RequestHead request;
  private final Duration timeout;
  private final Measured measured;
  private final long lateNanos;

  private boolean sent;
  private boolean settled;
  private boolean statusExpected;
  private @Nullable Answer answer;
  private @Nullable String problem;

  /// @param lateNanos how much later than due its pass began, or [Life#UNSCHEDULED]
  Operation(String name, RequestHead request, Duration timeout, Measured measured, long lateNanos) {
    this.name = name;
    this.request = request;
    this.timeout = timeout;
    this.measured = measured;
    this.lateNanos = lateNanos;
  }

  String name() {
    return name;
  }

  URI address() {
    return request.address();
  }

  ReceivedResponse perform(Browser browser, Ending ending) {
    var start = System.nanoTime();
    try {
      var whole = browser.send(request, timeout, () -> sent = true);
      answer = whole;
      measured.trace().answered(request, whole);
      return new ReceivedResponse(this, whole);
    } catch (IOException | RuntimeException e) {
      settled = true;
      if (ending.isOver()) {
        if (sent) {
          measured.cutOff(name);
        }
        throw new RunEnded();
      }
      measured.broken(name, System.nanoTime() - start, lateNanos);
      measured.error(name, sentence(e));
      throw new RequestFailed(sentence(e), e);
    }
  }

  private String sentence(Exception e) {
    var what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "%s %s: %s".formatted(request.method(), request.address(), what);
  }

  /// True if the answer sends a browser on.
  boolean isRedirect() {
    return answer != null && Redirects.is(answer);
  }

  /// The request that the answer asks for.
  ///
  /// @param followed how many redirects were followed before this one
  RequestHead redirected(int followed) {
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
  CheckFailed failed(String message) {
    if (!settled && problem == null) {
      problem = message;
      measured.error(name, message);
    }
    return new CheckFailed(message);
  }

  void expectedStatus() {
    statusExpected = true;
  }

  /// Counts the operation as what it has turned out to be; true if that is failed.
  boolean settle() {
    var whole = answer;
    if (settled || whole == null) {
      return settled;
    }
    settled = true;
    if (problem == null && !statusExpected && whole.status() >= 400) {
      problem = "unexpected status " + whole.status() + " " + whole.reason();
      measured.error(name, problem);
    }
    var outcome = problem == null ? Outcome.PASSED : Outcome.FAILED;
    measured.answered(name, outcome, whole, whole.sentNanos(), lateNanos);
    return problem != null;
  }
}
