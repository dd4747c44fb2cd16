package io.crowdbench.agent.visit;

import io.crowdbench.agent.http.Headers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How long an answer may be used again without asking, as its headers say (RFC 9111).
///
/// @param time from now on; zero if it must be asked about each time
/// @param stored false if it must not be kept at all
/// @param said true if the server has said so, false if it is guessed from its age
record Freshness(Duration time, boolean stored, boolean said) {

  private static final Duration MAX_LENGTH = Duration.ofDays(365);

  static Freshness of(Headers headers, Instant now) {
    var control = directives(headers);
    if (control.containsKey("no-store")) {
      return new Freshness(Duration.ZERO, false, true);
    }
    var pragma = headers.first("Pragma").orElse("").toLowerCase(Locale.ROOT);
    if (control.containsKey("no-cache") || (control.isEmpty() && pragma.contains("no-cache"))) {
      return new Freshness(Duration.ZERO, true, true);
    }
    var date = date(headers, "Date").orElse(now);
    var age = seconds(headers.first("Age").orElse(""));
    if (control.containsKey("max-age")) {
      return said(seconds(control.get("max-age")).minus(age));
    }
    if (headers.first("Expires").isPresent()) {
      // Many servers say 0, which is no date and means: at once.
      var expires = date(headers, "Expires").orElse(date);
      return said(Duration.between(date, expires).minus(age));
    }
    var modified = date(headers, "Last-Modified");
    if (modified.isEmpty()) {
      return new Freshness(Duration.ZERO, true, false);
    }
    // What has not changed for long will not change soon: a tenth of it, as browsers guess.
    var guess = Duration.between(modified.get(), date).dividedBy(10).minus(age);
    return new Freshness(bounded(guess), true, false);
  }

  private static Freshness said(Duration time) {
    return new Freshness(bounded(time), true, true);
  }

  private static Duration bounded(Duration time) {
    if (time.isNegative()) {
      return Duration.ZERO;
    }
    return time.compareTo(MAX_LENGTH) > 0 ? MAX_LENGTH : time;
  }

  /// By their names in small letters; those without a value have an empty one.
  private static Map<String, String> directives(Headers headers) {
    var all = new HashMap<String, String>();
    for (var directive : String.join(",", headers.all("Cache-Control")).split(",", -1)) {
      var parts = directive.strip().split("=", 2);
      if (!parts[0].isEmpty()) {
        var value = parts.length == 2 ? parts[1].strip().replace("\"", "") : "";
        all.putIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), value);
      }
    }
    return all;
  }

  private static Duration seconds(String text) {
    var digits = text.strip();
    if (!digits.matches("\\d{1,18}")) {
      return Duration.ZERO;
    }
    return Duration.ofSeconds(Math.min(Long.parseLong(digits), MAX_LENGTH.toSeconds()));
  }

  private static Optional<Instant> date(Headers headers, String name) {
    return headers.first(name).flatMap(Freshness::date);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
