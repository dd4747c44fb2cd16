package io.crowdbench.kit;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// A request that is refused, with every reason at once. Thrown only at the HTTP border; becomes a
/// problem+json answer.
public class Refused extends RuntimeException {

  private final HttpStatus status;
  private final transient List<Problem> problems;

  private Refused(HttpStatus status, List<Problem> problems) {
    super(problems.stream().map(Problem::detail).collect(Collectors.joining(" ")));
    this.status = status;
    this.problems = List.copyOf(problems);
  }

  private static List<Problem> ofNoPart(List<String> sentences) {
    return sentences.stream().map(Problem::of).toList();
  }

  /// The input has problems: 422.
  ///
  /// @param problems one whole sentence each: what was tried, on what, what came back, what to do
  public static Refused invalid(List<String> problems) {
    return invalidParts(ofNoPart(problems));
  }

  /// Parts of the input have problems: 422.
  public static Refused invalidParts(List<Problem> problems) {
    return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, problems);
  }

  /// The address has parameters that can't be: 400.
  public static Refused badParameters(List<String> problems) {
    return new Refused(HttpStatus.BAD_REQUEST, ofNoPart(problems));
  }

  /// There is no such thing: 404.
  public static Refused unknown(String what, String id) {
    return new Refused(
        HttpStatus.NOT_FOUND, List.of(Problem.of("There is no " + what + " " + id + ".")));
  }

  /// The input is fine but not now: 409.
  public static Refused conflict(String problem) {
    return new Refused(HttpStatus.CONFLICT, List.of(Problem.of(problem)));
  }

  public HttpStatus status() {
    return status;
  }

  public List<Problem> problems() {
    return problems;
  }
}
