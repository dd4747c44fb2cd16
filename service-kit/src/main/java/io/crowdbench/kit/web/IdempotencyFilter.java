package io.crowdbench.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Makes a POST with an `Idempotency-Key` safe to repeat: the same request gets the first one's
/// answer and nothing happens again. Another request with the key is refused (422), and so is the
/// same while it is under way (409). Keys are kept for a day.
///
/// Uploads are left out: a bundle is named by its content, so that a repeat makes nothing new.
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotencyFilter extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";

  /// Set on an answer that was given before.
  static final String REPLAYED = "Idempotency-Replayed";

  private static final int MAX_KEY = 200;
  private static final int MAX_BODY = 8 * 1024 * 1024;

  private final IdempotentRequests requests;

  IdempotencyFilter(IdempotentRequests requests) {
    this.requests = requests;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return !request.getMethod().equals("POST")
        || request.getHeader(HEADER) == null
        || type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = request.getHeader(HEADER).strip();
    if (key.isEmpty() || key.length() > MAX_KEY) {
      Problems.write(
          response,
          HttpStatus.BAD_REQUEST,
          "The Idempotency-Key has %d characters. Send one of 1 to %d, such as a random UUID."
              .formatted(key.length(), MAX_KEY));
      return;
    }
    var body = request.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      Problems.write(
          response,
          HttpStatus.CONTENT_TOO_LARGE,
          "The request's body has more than %,d bytes.".formatted(MAX_BODY));
      return;
    }
    var what = request.getMethod() + " " + request.getRequestURI();
    var known = requests.begin(key, what, hash(body));
    if (known.isPresent()) {
      answerAgain(known.get(), what, hash(body), response);
    } else {
      answer(key, new RepeatableRequest(request, body), response, chain);
    }
  }

  private void answer(
      String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var answer = new ContentCachingResponseWrapper(response);
    var kept = false;
    try {
      chain.doFilter(request, answer);
      if (answer.getStatus() < 500) {
        requests.answered(
            key, answer.getStatus(), answer.getContentType(), answer.getContentAsByteArray());
        kept = true;
      }
    } finally {
      if (!kept) {
        requests.forget(key);
      }
    }
    answer.copyBodyToResponse();
  }

  private static void answerAgain(
      IdempotentRequests.Known known, String what, String hash, HttpServletResponse response)
      throws IOException {
    if (!known.is(what, hash)) {
      Problems.write(
          response,
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The Idempotency-Key was sent before with another request (%s). Send a new key with a new request."
              .formatted(known.request()));
    } else if (known.status() == null || known.answer() == null) {
      Problems.write(
          response,
          HttpStatus.CONFLICT,
          "The first request with this Idempotency-Key is still under way. Wait a moment, then send it again.");
    } else {
      response.setStatus(known.status());
      response.setHeader(REPLAYED, "true");
      if (known.contentType() != null && !known.contentType().isEmpty()) {
        response.setContentType(known.contentType());
      }
      response.getOutputStream().write(known.answer());
    }
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
