package io.crowdbench.kit.web;

import io.crowdbench.kit.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/// Makes problem+json (RFC 9457) with a list `problems` of whole sentences, which every refusal of
/// ours has.
public final class Problems {

  private static final JsonMapper JSON = JsonMapper.shared();

  static final String BROKEN = "Something broke inside Crowdbench; its log has the details.";

  private Problems() {}

  /// @param what method and path
  public static String noSuchAddress(String what) {
    return "There is no %s in the API of Crowdbench; docs/http-api.md lists all there is."
        .formatted(what);
  }

  /// A body for Spring to write.
  public static ProblemDetail of(HttpStatusCode status, List<String> problems) {
    return with(ProblemDetail.forStatus(status), problems);
  }

  /// The same, with the parts of the request that are wrong in `errors`, as RFC 9457 has them.
  static ProblemDetail refused(HttpStatusCode status, List<Problem> problems) {
    var answer = of(status, problems.stream().map(Problem::detail).toList());
    var errors =
        problems.stream()
            .filter(problem -> problem.pointer() != null)
            .map(problem -> Map.of("pointer", "#" + problem.pointer(), "detail", problem.detail()))
            .toList();
    if (!errors.isEmpty()) {
      answer.setProperty("errors", errors);
    }
    return answer;
  }

  static ProblemDetail with(ProblemDetail problem, List<String> problems) {
    problem.setDetail(String.join(" ", problems));
    problem.setProperty("problems", problems);
    return problem;
  }

  /// Writes the answer where Spring MVC is not reached: in filters, and in the container itself.
  static void write(HttpServletResponse response, HttpStatusCode status, String problem)
      throws IOException {
    var body = new TreeMap<String, Object>(Map.of("status", status.value()));
    body.put("detail", problem);
    body.put("problems", List.of(problem));
    var title = of(status, List.of(problem)).getTitle();
    if (title != null) {
      body.put("title", title);
    }
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(JSON.writeValueAsString(body));
  }
}
