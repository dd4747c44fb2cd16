package io.crowdbench.agent.operation;

import io.crowdbench.agent.capture.Captures;
import io.crowdbench.agent.capture.Captures.Captured;
import io.crowdbench.agent.capture.OwnSecrets;
import io.crowdbench.agent.capture.Redaction;
import io.crowdbench.agent.capture.Secrets;
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
  private static final int MAX_SEARCHED = 50_000;

  /// @param own what of the user must not show
  /// @param all where its secrets are remembered
  Captured captured(OwnSecrets own, Captures all) {
    var secrets = new Secrets(own.secrets());
    learn(secrets);
    all.remember(secrets.values());
    return new Captured(
        action,
        operation,
        user,
        fingerprint,
        secrets.hide(problem),
        asked(secrets),
        answered(secrets),
        times());
  }

  private void learn(Secrets secrets) {
    var fields = request.fields();
    for (int i = 0; i < fields.count(); i++) {
      secrets.learnHeader(fields.name(i), fields.value(i));
    }
    secrets.learn(request.address().toString());
    secrets.learn(new String(request.body(), StandardCharsets.UTF_8));
    if (answer != null) {
      answer
          .headers()
          .asMap()
          .forEach((name, values) -> values.forEach(each -> secrets.learnHeader(name, each)));
      secrets.learn(shown(answer));
    }
  }

  private CapturedRequest asked(Secrets secrets) {
    var fields = request.fields();
    var headers = new ArrayList<String>();
    for (int i = 0; i < fields.count(); i++) {
      headers.add(secrets.hide(Redaction.header(fields.name(i), fields.value(i))));
    }
    var body = request.body();
    var text = new String(body, StandardCharsets.UTF_8);
    return new CapturedRequest(
        request.method(),
        secrets.hide(request.address().toString()),
        headers,
        cut(secrets.hide(shown(fields.value("Content-Type"), body, text))));
  }

  private @Nullable CapturedAnswer answered(Secrets secrets) {
    if (answer == null) {
      return null;
    }
    var headers =
        answer.headers().asMap().entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(value -> Redaction.header(e.getKey(), value)))
            .map(secrets::hide)
            .toList();
    return new CapturedAnswer(
        answer.status(), answer.reason(), headers, cut(secrets.hide(shown(answer))));
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
    // More than is shown, since secrets are searched before it is cut.
    return body.length() <= MAX_SEARCHED ? body : body.substring(0, MAX_SEARCHED);
  }

  private static String cut(String text) {
    return text.length() <= MAX_BODY ? text : text.substring(0, MAX_BODY) + "…";
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
