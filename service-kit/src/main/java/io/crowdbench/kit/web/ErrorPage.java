package io.crowdbench.kit.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers errors that were raised outside of any controller, in place of Spring Boot's own page.
@RestController
class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status =
        code instanceof Integer number
            ? Objects.requireNonNullElse(HttpStatus.resolve(number), HttpStatus.BAD_REQUEST)
            : HttpStatus.NOT_FOUND;
    var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var what = request.getMethod() + " " + (path == null ? "/error" : path);
    var sentence =
        switch (status) {
          case NOT_FOUND -> Problems.noSuchAddress(what);
          case HttpStatus other when other.is5xxServerError() -> Problems.BROKEN;
          default -> "%s was refused: %s.".formatted(what, status.getReasonPhrase());
        };
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(status, List.of(sentence)));
  }
}
