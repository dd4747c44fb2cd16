package io.crowdbench.messages.debuglog;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A failed operation in full: what was asked, what came back. The first few of each group of
/// errors are captured. What looks like a secret is left out: its place says `(redacted)`.
///
/// Named by run, slave, epoch and sequence; a repeat changes nothing.
///
/// @param sequence number of this failure in the runner's captures, from 0
/// @param second second of the run
/// @param user id of the user that sent it
/// @param fingerprint as in the error that it is an example of
/// @param problem what was expected and what came
/// @param answer absent when none came
public record CapturedFailure(
    int schema,
    Instant at,
    String run,
    String slave,
    long epoch,
    long sequence,
    int second,
    String action,
    String operation,
    String user,
    String fingerprint,
    String problem,
    CapturedRequest request,
    @Nullable CapturedAnswer answer,
    CapturedTimes times)
    implements DebugMessage {

  public CapturedFailure {
    field(at, "at");
    field(run, "run");
    field(slave, "slave");
    field(action, "action");
    field(operation, "operation");
    field(user, "user");
    field(fingerprint, "fingerprint");
    field(problem, "problem");
    field(request, "request");
    field(times, "times");
  }

  /// What was asked.
  ///
  /// @param headers as `Name: value`, in their order
  /// @param body its beginning as text; empty if there was none
  public record CapturedRequest(String method, String address, List<String> headers, String body) {

    public CapturedRequest {
      field(method, "method");
      field(address, "address");
      headers = list(headers);
      field(body, "body");
    }
  }

  /// What came back.
  ///
  /// @param headers as `Name: value`, in their order
  /// @param body its beginning as text, unpacked; a word about it where it is no text
  public record CapturedAnswer(int status, String reason, List<String> headers, String body) {

    public CapturedAnswer {
      field(reason, "reason");
      headers = list(headers);
      field(body, "body");
    }
  }

  /// How long it took, in microseconds.
  ///
  /// @param connect absent where a kept connection was used, or none came about
  /// @param tls absent where there was no handshake
  /// @param firstByte from the send; absent when no answer came
  /// @param total from the send, or from the attempt where it could not be sent
  public record CapturedTimes(
      @Nullable Long connect, @Nullable Long tls, @Nullable Long firstByte, long total) {}
}
