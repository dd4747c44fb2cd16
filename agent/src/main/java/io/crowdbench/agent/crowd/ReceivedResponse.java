package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Response;
import io.crowdbench.agent.http.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The answer as the action sees it.
final class ReceivedResponse implements Response {

  private static final Pattern CHARSET =
      Pattern.compile("charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  private final Operation operation;
  private final Answer answer;
  private @Nullable String text;

  ReceivedResponse(Operation operation, Answer answer) {
    this.operation = operation;
    this.answer = answer;
  }

  @Override
  public int status() {
    return answer.status();
  }

  @Override
  public Optional<String> header(String name) {
    return answer.headers().first(name);
  }

  @Override
  public String text() {
    if (text == null) {
      text = new String(answer.body(), charset());
    }
    return text;
  }

  @Override
  public byte[] bytes() {
    return answer.body();
  }

  @Override
  public Response expectStatus(int status) {
    if (answer.status() != status) {
      throw operation.failed(
          "expected status %d but got %d %s"
              .formatted(status, answer.status(), answer.reason())
              .stripTrailing());
    }
    operation.expectedStatus();
    return this;
  }

  @Override
  public Response expectText(String part) {
    if (!text().contains(part)) {
      throw operation.failed(
          "expected the text \"%s\" but it is not in the %,d characters of the answer"
              .formatted(part, text().length()));
    }
    return this;
  }

  private Charset charset() {
    var matcher = CHARSET.matcher(answer.headers().first("Content-Type").orElse(""));
    return matcher.find() && Charset.isSupported(matcher.group(1))
        ? Charset.forName(matcher.group(1))
        : StandardCharsets.UTF_8;
  }
}
