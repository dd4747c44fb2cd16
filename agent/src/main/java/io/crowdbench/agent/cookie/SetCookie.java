package io.crowdbench.agent.cookie;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A `Set-Cookie` header taken apart. RFC 6265bis, 5.6; of an attribute that is there more than
/// once the last one counts.
final class SetCookie {

  /// Of name and value together.
  static final int MAX_PAIR = 4_096;

  private static final int MAX_ATTRIBUTE = 1_024;

  /// No cookie lives longer, as browsers have it.
  private static final long MAX_AGE = 400L * 24 * 60 * 60 * 1_000;

  final String name;
  final String value;

  /// Null if it names none, or an empty one: it belongs to the one host.
  @Nullable String domain;

  /// Null if it names none that begins with a slash.
  @Nullable String path;

  boolean secure;
  private @Nullable Long expires;
  private @Nullable Long maxAge;

  private SetCookie(String name, String value) {
    this.name = name;
    this.value = value;
  }

  /// @param line each character is a byte as it came
  /// @return null for what browsers don't keep
  static @Nullable SetCookie of(String line) {
    int end = end(line, 0);
    int equals = line.indexOf('=');
    if (hasControls(line) || equals < 0 || equals > end) {
      return null;
    }
    var made = new SetCookie(bare(line, 0, equals), bare(line, equals + 1, end));
    if (made.name.isEmpty() || made.name.length() + made.value.length() > MAX_PAIR) {
      return null;
    }
    for (int from = end + 1; from <= line.length(); from = end + 1) {
      end = end(line, from);
      int sign = line.indexOf('=', from);
      int nameEnd = sign < 0 || sign > end ? end : sign;
      made.attribute(bare(line, from, nameEnd), bare(line, Math.min(nameEnd + 1, end), end));
    }
    return made;
  }

  private static int end(String line, int from) {
    int semicolon = line.indexOf(';', from);
    return semicolon < 0 ? line.length() : semicolon;
  }

  private static boolean hasControls(String line) {
    return line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
  }

  /// Without spaces and tabs around it.
  private static String bare(String line, int start, int stop) {
    int from = start;
    int to = stop;
    while (from < to && isBlank(line.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private void attribute(String key, String setting) {
    if (setting.length() > MAX_ATTRIBUTE) {
      return;
    }
    switch (key.toLowerCase(Locale.ROOT)) {
      case "expires" -> CookieDate.millis(setting).ifPresent(millis -> expires = millis);
      case "max-age" -> maxAge(setting);
      case "domain" -> {
        var bare = setting.startsWith(".") ? setting.substring(1) : setting;
        domain = bare.isEmpty() ? null : bare.toLowerCase(Locale.ROOT);
      }
      case "path" -> path = setting.startsWith("/") ? setting : null;
      case "secure" -> secure = true;
      default -> {}
    }
  }

  private void maxAge(String seconds) {
    if (seconds.matches("-?[0-9]+")) {
      maxAge =
          seconds.startsWith("-")
              ? 0
              : seconds.length() > 10 ? MAX_AGE : Long.parseLong(seconds) * 1_000;
    }
  }

  /// In milliseconds since 1970.
  long expires(long now) {
    if (maxAge != null) {
      return maxAge == 0 ? 0 : now + Math.min(maxAge, MAX_AGE);
    }
    return expires == null ? Cookie.NEVER : Math.min(expires, now + MAX_AGE);
  }

  /// Whether it is what its name promises. RFC 6265bis, 4.1.3.
  boolean keepsThePromiseOfItsName() {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("__secure-")) {
      return secure;
    }
    return !lower.startsWith("__host-") || (secure && domain == null && "/".equals(path));
  }
}
