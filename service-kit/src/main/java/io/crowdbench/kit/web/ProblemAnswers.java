package io.crowdbench.kit.web;

import io.crowdbench.kit.Refused;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Answers what went wrong in a controller, or on the way to one, as problem+json.
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refused) {
    return ResponseEntity.status(refused.status())
        .body(Problems.refused(refused.status(), refused.problems()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> broken(Exception e) {
    log.error("A request failed", e);
    return ResponseEntity.internalServerError()
        .body(Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, List.of(Problems.BROKEN)));
  }

  /// Spring knows these refusals and their status; what to say about them we know better.
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem = body instanceof ProblemDetail given ? given : ProblemDetail.forStatus(status);
    var answer = Problems.with(problem, List.of(sentence(e, problem)));
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return super.handleExceptionInternal(e, answer, headers, status, request);
  }

  private static String sentence(Exception e, ProblemDetail problem) {
    return switch (e) {
      case HttpMessageNotReadableException unreadable ->
          "The request's body could not be read: %s."
              .formatted(firstLine(unreadable.getMostSpecificCause().getMessage()));
      case HttpRequestMethodNotSupportedException method ->
          "%s is not supported here; use %s.".formatted(method.getMethod(), methods(method));
      case HttpMediaTypeNotSupportedException type ->
          "A body of the type %s is not supported here; send %s."
              .formatted(
                  type.getContentType() == null ? "that is missing" : type.getContentType(),
                  MediaType.toString(type.getSupportedMediaTypes()));
      case MissingServletRequestParameterException missing ->
          "The parameter %s is missing; add it to the address."
              .formatted(missing.getParameterName());
      case MethodArgumentTypeMismatchException wrong ->
          "The value “%s” of %s is not valid: %s is expected."
              .formatted(wrong.getValue(), wrong.getName(), expected(wrong.getRequiredType()));
      case MaxUploadSizeExceededException _ -> "The upload is larger than this server takes.";
      case NoResourceFoundException missing ->
          Problems.noSuchAddress(missing.getHttpMethod() + " /" + missing.getResourcePath());
      case ErrorResponseException _ -> String.valueOf(problem.getDetail());
      default ->
          problem.getDetail() == null ? String.valueOf(problem.getTitle()) : problem.getDetail();
    };
  }

  private static String methods(HttpRequestMethodNotSupportedException e) {
    var supported = e.getSupportedHttpMethods();
    return supported == null
        ? "another method"
        : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(" or "));
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      return "one of " + List.of(type.getEnumConstants());
    }
    return Number.class.isAssignableFrom(type) || type.isPrimitive()
        ? "a number"
        : "a " + type.getSimpleName();
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("").replaceAll("\\.$", "");
  }
}
