package io.crowdbench.kit;

import java.util.List;
import org.springframework.http.HttpStatus;

/// A request that is refused, with every reason at once. Thrown only at the HTTP border; becomes a
/// problem+json answer.
public class Refused extends RuntimeException {

  private final HttpStatus status;
  private final transient List<String> problems;

  /// @param problems one whole sentence each: what was tried, on what, what came back, what to do
  public Refused(HttpStatus status, List<String> problems) {
    super(String.join(" ", problems));
    this.status = status;
    this.problems = List.copyOf(problems);
  }

  /// The input has problems: 422.
  public static Refused invalid(List<String> problems) {
    return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, problems);
  }

  /// There is no such thing: 404.
  public static Refused unknown(String what, String id) {
    return new Refused(HttpStatus.NOT_FOUND, List.of("There is no " + what + " " + id + "."));
  }

  /// The input is fine but not now: 409.
  public static Refused conflict(String problem) {
    return new Refused(HttpStatus.CONFLICT, List.of(problem));
  }

  public HttpStatus status() {
    return status;
  }

  public List<String> problems() {
    return problems;
  }
}
