package io.crowdbench.messages.result;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crowdbench.messages.AddedLater;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The errors of a run so far, of all slaves together, most frequent first and as many as fit; the
/// others, and those of each slave, are answered over HTTP. A later one replaces it.
public record ErrorsGrouped(int schema, Instant at, String run, List<ErrorGroup> groups)
    implements Result {

  public ErrorsGrouped {
    field(at, "at");
    field(run, "run");
    groups = list(groups);
  }

  /// Errors that are the same but for ids and numbers.
  ///
  /// @param slave id of the slave they came from, or [Result#ALL_SLAVES] for all together
  /// @param slaves for all together the ids of the first few they came from; empty for one slave
  /// @param slaveCount for all together how many they came from, where not all are named; otherwise
  ///   0
  /// @param fingerprint what they have in common; names the group with slave, action and operation
  /// @param message the first of them in full
  /// @param firstSecond second of the run the first came in
  /// @param lastSecond second of the run the last came in
  public record ErrorGroup(
      String slave,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> slaves,
      @AddedLater @JsonInclude(JsonInclude.Include.NON_DEFAULT) int slaveCount,
      String action,
      String operation,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String fingerprint,
      String message,
      long count,
      int firstSecond,
      int lastSecond) {

    public ErrorGroup {
      field(slave, "slave");
      slaves = list(slaves);
      field(action, "action");
      field(operation, "operation");
      fingerprint = Objects.requireNonNullElse(fingerprint, "");
      field(message, "message");
    }

    public ErrorGroup withMessage(String other) {
      return new ErrorGroup(
          slave,
          slaves,
          slaveCount,
          action,
          operation,
          fingerprint,
          other,
          count,
          firstSecond,
          lastSecond);
    }
  }
}
