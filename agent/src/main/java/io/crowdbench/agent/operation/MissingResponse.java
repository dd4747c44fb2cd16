package io.crowdbench.agent.operation;

import io.crowdbench.actions.CheckFailed;
import io.crowdbench.actions.Element;
import io.crowdbench.actions.Response;
import io.crowdbench.agent.address.Address;
import java.util.List;
import java.util.Optional;

/// What an action sees where no answer came and it wanted to see that. Its operation is counted as
/// failed already; a check on it ends the pass like any other.
///
/// @param asked what was asked for
/// @param reason what came instead
public record MissingResponse(Address asked, String reason) implements Response {

  @Override
  public int status() {
    return 0;
  }

  @Override
  public Optional<String> failure() {
    return Optional.of(reason);
  }

  @Override
  public String address() {
    return asked.toString();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.empty();
  }

  @Override
  public String text() {
    return "";
  }

  @Override
  public byte[] bytes() {
    return new byte[0];
  }

  @Override
  public Optional<String> at(String pointer) {
    return Optional.empty();
  }

  @Override
  public Optional<String> find(String regex) {
    return Optional.empty();
  }

  @Override
  public List<Element> select(String css) {
    return List.of();
  }

  @Override
  public Response expectStatus(int status) {
    throw missing("status " + status);
  }

  @Override
  public Response expectText(String part) {
    throw missing("the text \"" + part + "\"");
  }

  @Override
  public Response expectHeader(String name, String value) {
    throw missing("the header " + name + " to be \"" + value + "\"");
  }

  @Override
  public Response expectJson(String pointer, String value) {
    throw missing("the JSON's " + pointer + " to be \"" + value + "\"");
  }

  @Override
  public Response expectMatch(String regex) {
    throw missing("a match of \"" + regex + "\"");
  }

  @Override
  public Response expect(boolean holds, String sentence) {
    if (!holds) {
      throw missing(sentence);
    }
    return this;
  }

  private CheckFailed missing(String what) {
    return new CheckFailed("expected " + what + " but no answer came: " + reason);
  }
}
