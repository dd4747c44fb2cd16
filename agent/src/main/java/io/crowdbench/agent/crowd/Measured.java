package io.crowdbench.agent.crowd;

import io.crowdbench.agent.http.Answer;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;

/// Where the users of one action put what they measure. `lateNanos` is how much later than due the
/// pass began, or [Life#UNSCHEDULED].
///
/// @param population who is at work, for the gauges of each second
/// @param trace who is told of everything
record Measured(
    String action, Meter meter, Errors errors, DebugLog debug, Population population, Trace trace) {

  void answered(String operation, Outcome outcome, Answer answer, long startNanos, long lateNanos) {
    trace.settled(operation, outcome);
    meter.ended(
        Kind.OPERATION,
        action,
        operation,
        outcome,
        answer.endNanos() - startNanos,
        lateNanos,
        answer.bytesSent(),
        answer.bytesReceived());
  }

  /// An operation ended without an answer.
  void broken(String operation, long nanos, long lateNanos) {
    meter.ended(Kind.OPERATION, action, operation, Outcome.FAILED, nanos, lateNanos, 0, 0);
  }

  void cutOff(String operation) {
    meter.incomplete(Kind.OPERATION, action, operation, 0);
  }

  void pass(Outcome outcome, long nanos, long lateNanos) {
    if (outcome == Outcome.INCOMPLETE) {
      meter.incomplete(Kind.TRANSACTION, action, action, 0);
    } else {
      meter.ended(Kind.TRANSACTION, action, action, outcome, nanos, lateNanos, 0, 0);
    }
  }

  void group(String name, Outcome outcome, long nanos, long lateNanos) {
    trace.grouped(name, outcome, nanos);
    if (outcome == Outcome.INCOMPLETE) {
      meter.incomplete(Kind.GROUP, action, name, 0);
    } else {
      meter.ended(Kind.GROUP, action, name, outcome, nanos, lateNanos, 0, 0);
    }
  }

  void error(String operation, String message) {
    trace.error(message);
    errors.add(action, operation, message);
  }
}
