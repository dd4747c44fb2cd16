package io.crowdbench.agent.css;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every so many from some place on, as in `2n + 1` (CSS Syntax Module Level 3, section 6).
record Steps(int step, int first) {

  private static final Pattern FORM = Pattern.compile("([+-]?\\d*)n(?:([+-])(\\d+))?");

  static @Nullable Steps of(List<Part> parts) {
    var text = parts.stream().map(Steps::text).collect(Collectors.joining());
    switch (text) {
      case "odd" -> {
        return new Steps(2, 1);
      }
      case "even" -> {
        return new Steps(2, 0);
      }
      default -> {}
    }
    try {
      var form = FORM.matcher(text);
      if (!form.matches()) {
        return new Steps(0, Integer.parseInt(text));
      }
      var step = form.group(1);
      int first = form.group(3) == null ? 0 : Integer.parseInt(form.group(2) + form.group(3));
      boolean bare = step.isEmpty() || step.equals("+") || step.equals("-");
      return new Steps(Integer.parseInt(bare ? step + "1" : step), first);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String text(Part part) {
    return switch (part.kind()) {
      case SPACE -> "";
      case NUMBER -> signed(part);
      case DIMENSION -> signed(part) + part.text();
      default -> part.text().toLowerCase(Locale.ROOT);
    };
  }

  /// With its sign where it had one: `n +1` and `n+1` are the same.
  private static String signed(Part part) {
    int number = (int) part.number();
    int digits = part.end() - part.start() - part.text().length();
    boolean plus = number >= 0 && digits > Integer.toString(number).length();
    return plus ? "+" + number : Integer.toString(number);
  }
}
