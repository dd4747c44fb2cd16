package io.crowdbench.agent.operation;

import io.crowdbench.agent.capture.Captures.Captured;
import io.crowdbench.agent.capture.Redaction;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedAnswer;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedRequest;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Makes an example of a failed operation: what a person needs to see of it, without secrets.
///
/// @param answer null when none came
/// @param nanos how long it took
record FailureExample(
    String action,
    String operation,
    String user,
    String fingerprint,
    String problem,
    RequestHead request,
    @Nullable HttpAnswer answer,
    long nanos) {

  private static final int MAX_BODY = 4_000;

  Captured captured() {
    return new Captured(
        action,
        operation,
        user,
        fingerprint,
        Redaction.text(problem),
        asked(),
        answered(),
        times());
  }

  private CapturedRequest asked() {
    var fields = request.fields();
    var headers = new ArrayList<String>();
    for (int i = 0; i < fields.count(); i++) {
      headers.add(Redaction.header(fields.name(i), fields.value(i)));
    }
    var body = request.body();
    return new CapturedRequest(
        request.method(),
        Redaction.text(request.address().toString()),
        headers,
        shown(fields.value("Content-Type"), body, new String(body, StandardCharsets.UTF_8)));
  }

  private @Nullable CapturedAnswer answered() {
    if (answer == null) {
      return null;
    }
    var headers =
        answer.headers().asMap().entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(value -> Redaction.header(e.getKey(), value)))
            .toList();
    return new CapturedAnswer(answer.status(), answer.reason(), headers, shown(answer));
  }

  private static String shown(HttpAnswer answer) {
    try {
      var content = new Content(answer);
      var type = answer.headers().first("Content-Type").orElse("");
      return shown(type, content.bytes(), content.text());
    } catch (IOException e) {
      return "(" + e.getMessage() + ")";
    }
  }

  private static String shown(String type, byte[] bytes, String body) {
    if (body.isEmpty()) {
      return "";
    }
    if (!Texts.is(type, bytes)) {
      return "(%,d bytes of %s)".formatted(bytes.length, type.isEmpty() ? "no known type" : type);
    }
    return body.length() <= MAX_BODY
        ? Redaction.text(body)
        : Redaction.text(body.substring(0, MAX_BODY)) + "…";
  }

  private CapturedTimes times() {
    return answer == null
        ? new CapturedTimes(null, null, null, nanos / 1_000)
        : new CapturedTimes(
            micros(answer.connectNanos()),
            micros(answer.tlsNanos()),
            micros(answer.firstNanos() - answer.sentNanos()),
            (answer.endNanos() - answer.sentNanos()) / 1_000);
  }

  /// Negative stands for something that was not done.
  private static @Nullable Long micros(long nanos) {
    return nanos < 0 ? null : nanos / 1_000;
  }
}
