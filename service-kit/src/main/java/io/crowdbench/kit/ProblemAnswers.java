package io.crowdbench.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers what went wrong as problem+json (RFC 9457) with a list `problems` of whole sentences.
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refused) {
    return ResponseEntity.status(refused.status())
        .body(problem(refused.status(), refused.problems()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> broken(Exception e) {
    log.error("A request failed", e);
    var sentence = "Something broke inside Crowdbench; its log has the details.";
    return ResponseEntity.internalServerError()
        .body(problem(HttpStatus.INTERNAL_SERVER_ERROR, List.of(sentence)));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var cause = e.getMostSpecificCause().getMessage();
    var sentence = "The request's body could not be read: " + firstLine(cause) + ".";
    return ResponseEntity.badRequest().body(problem(HttpStatus.BAD_REQUEST, List.of(sentence)));
  }

  private static ProblemDetail problem(HttpStatus status, List<String> problems) {
    var problem = ProblemDetail.forStatusAndDetail(status, String.join(" ", problems));
    problem.setProperty("problems", problems);
    return problem;
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("").replaceAll("\\.$", "");
  }
}
