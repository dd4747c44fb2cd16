package io.crowdbench.agent.operation;

import io.crowdbench.actions.Element;
import io.crowdbench.actions.Response;
import io.crowdbench.agent.http.HttpAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The answer as the action sees it.
public final class ReceivedResponse implements Response {

  private final Operation operation;
  private final HttpAnswer answer;
  private final Content content;

  public ReceivedResponse(Operation operation, HttpAnswer answer) {
    this.operation = operation;
    this.answer = answer;
    this.content = new Content(answer);
  }

  public HttpAnswer answer() {
    return answer;
  }

  /// Something about it did not hold.
  public void failed(String problem) {
    var _ = operation.failed(problem);
  }

  /// Its body, which is unpacked and parsed once.
  public Content content() {
    return content;
  }

  @Override
  public int status() {
    return answer.status();
  }

  @Override
  public Optional<String> failure() {
    return Optional.empty();
  }

  @Override
  public String address() {
    return operation.address().toString();
  }

  @Override
  public Optional<String> header(String name) {
    return answer.headers().first(name);
  }

  @Override
  public String text() {
    return read(Content::text);
  }

  @Override
  public byte[] bytes() {
    return read(Content::bytes);
  }

  @Override
  public Optional<String> at(String pointer) {
    var node = read(Content::json).at(pointer);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    return Optional.of(node.isValueNode() ? node.asString() : node.toString());
  }

  @Override
  public Optional<String> find(String regex) {
    var matcher = Patterns.of(regex).matcher(text());
    return matcher.find()
        ? Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
        : Optional.empty();
  }

  @Override
  public List<Element> select(String css) {
    return read(body -> body.page(address())).select(css).stream()
        .<Element>map(element -> new FoundElement(element, operation.address()))
        .toList();
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

  @Override
  public Response expectHeader(String name, String value) {
    return same("the header " + name, value, header(name));
  }

  @Override
  public Response expectJson(String pointer, String value) {
    return same(pointer.isEmpty() ? "the JSON body" : "the JSON's " + pointer, value, at(pointer));
  }

  private Response same(String what, String expected, Optional<String> got) {
    if (!got.equals(Optional.of(expected))) {
      var came = got.map(value -> "got \"" + value + "\"").orElse("there is none");
      throw operation.failed("expected %s to be \"%s\" but %s".formatted(what, expected, came));
    }
    return this;
  }

  @Override
  public Response expectMatch(String regex) {
    if (!Patterns.of(regex).matcher(text()).find()) {
      throw operation.failed(
          "expected a match of \"%s\" but there is none in the %,d characters of the answer"
              .formatted(regex, text().length()));
    }
    return this;
  }

  @Override
  public Response expect(boolean holds, String sentence) {
    if (!holds) {
      throw operation.failed("expected " + sentence);
    }
    return this;
  }

  private <T> T read(View<T> view) {
    try {
      return view.of(content);
    } catch (IOException e) {
      throw operation.failed(String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      throw operation.failed("expected JSON but the body is none: " + e.getOriginalMessage());
    }
  }

  /// A form of the body.
  private interface View<T> {
    T of(Content content) throws IOException;
  }
}
