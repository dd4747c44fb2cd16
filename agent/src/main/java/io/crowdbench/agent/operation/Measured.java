package io.crowdbench.agent.operation;

import io.crowdbench.agent.capture.OwnSecrets;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.journal.CountTable;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.ResourceName;
import org.jspecify.annotations.Nullable;

/// Where the users of one action put what they measure.
///
/// @param population who is at work, for the gauges of each second
/// @param user id of the user whose doing it is; empty for all of them
/// @param trace who is told of everything
/// @param late how late the user is; of no use for all of them
/// @param own what of the user must show nowhere
/// @param visit the group of the visit whose resources are measured; null for other operations
public record Measured(
    String action,
    String user,
    Meter meter,
    Errors errors,
    DebugLog debug,
    Population population,
    Trace trace,
    ScheduleDelay late,
    OwnSecrets own,
    @Nullable String visit) {

  public Measured(
      String action,
      Meter meter,
      Errors errors,
      DebugLog debug,
      Population population,
      Trace trace) {
    this(
        action,
        "",
        meter,
        errors,
        debug,
        population,
        trace,
        new ScheduleDelay(),
        OwnSecrets.NONE,
        null);
  }

  /// The same for one user.
  public Measured by(String id, OwnSecrets secrets) {
    return new Measured(
        action, id, meter, errors, debug, population, trace, new ScheduleDelay(), secrets, null);
  }

  /// The same for what a page embeds.
  ///
  /// @param group of the visit
  public Measured brief(String group) {
    return new Measured(
        action, user, meter, errors, debug, population, trace.brief(), late, own, group);
  }

  private Kind kind() {
    return visit == null ? Kind.OPERATION : Kind.RESOURCE;
  }

  private String series(String operation) {
    return visit == null ? operation : ResourceName.of(visit, operation);
  }

  /// Where an operation under way is noted.
  CountTable.Row inFlight(String operation) {
    return meter.inFlight(kind(), action, series(operation));
  }

  /// Where a transaction under way is noted.
  public CountTable.Row inFlight() {
    return meter.inFlight(Kind.TRANSACTION, action, action);
  }

  void answered(String operation, Outcome outcome, HttpAnswer answer) {
    trace.settled(operation, outcome);
    meter.answered(
        kind(),
        action,
        series(operation),
        outcome,
        answer.endNanos() - answer.sentNanos(),
        late.nanos(),
        answer.connectNanos(),
        answer.tlsNanos(),
        answer.firstNanos() - answer.sentNanos(),
        answer.bytesSent(),
        answer.bytesReceived());
  }

  /// An operation ended without an answer.
  void broken(String operation, long nanos) {
    meter.ended(kind(), action, series(operation), Outcome.FAILED, nanos, late.nanos(), 0, 0);
  }

  /// An operation that this slave was not able to send.
  void unsent(String operation) {
    meter.unsent(kind(), action, series(operation));
  }

  public void cutOff(String operation) {
    meter.incomplete(kind(), action, series(operation), 0);
  }

  public void pass(Outcome outcome, long nanos) {
    if (outcome == Outcome.INCOMPLETE) {
      meter.incomplete(Kind.TRANSACTION, action, action, 0);
    } else {
      meter.ended(Kind.TRANSACTION, action, action, outcome, nanos, late.nanos(), 0, 0);
    }
  }

  public void group(String name, Outcome outcome, long nanos) {
    trace.grouped(name, outcome, nanos);
    if (outcome == Outcome.INCOMPLETE) {
      meter.incomplete(Kind.GROUP, action, name, 0);
    } else {
      meter.ended(Kind.GROUP, action, name, outcome, nanos, late.nanos(), 0, 0);
    }
  }

  public void counted(String name, long amount) {
    trace.counted(name, amount);
    meter.counted(action, name, amount, 0, 0);
  }

  /// A message has come or gone. Any thread; not told to the trace, which is the user's own.
  public void message(String name, long bytesSent, long bytesReceived) {
    meter.counted(action, name, 1, bytesSent, bytesReceived);
  }

  public void timed(String name, long nanos) {
    trace.timed(name, nanos);
    meter.ended(Kind.TIMING, action, name, Outcome.PASSED, nanos, ScheduleDelay.UNSCHEDULED, 0, 0);
  }

  /// @param place where in the user's code, as of [CodeLocation]
  public void error(String operation, String message, String place) {
    trace.error(message + place);
    errors.add(action, operation, message, place);
  }

  /// A request that failed, which is kept as an example of its error.
  ///
  /// @param answer null when none came
  /// @param nanos how long it took
  void failed(
      String operation,
      String message,
      String place,
      RequestHead request,
      @Nullable HttpAnswer answer,
      long nanos) {
    trace.error(message + place);
    var fingerprint = errors.add(action, operation, message, place);
    errors
        .captures()
        .offer(
            action,
            operation,
            fingerprint,
            () ->
                new FailureExample(
                        action, operation, user, fingerprint, message, request, answer, nanos)
                    .captured(own, errors.captures()));
  }
}
