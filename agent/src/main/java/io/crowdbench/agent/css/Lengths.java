package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.List;

/// Lengths in pixels of CSS, sums and all (CSS Values and Units Level 4), as far as the screen
/// alone decides them.
final class Lengths {

  /// Of the font that lengths in `em` go by: what browsers begin with.
  private static final double FONT = 16;

  private Lengths() {}

  /// Not a number where it is no length, or one that a page's layout decides.
  ///
  /// @param percent what 100 % are; not a number where percentages are not allowed
  static double of(List<Part> parts, Screen screen, double percent) {
    var all = Parts.trimmed(parts);
    return all.size() == 1 ? of(all.getFirst(), screen, percent) : Double.NaN;
  }

  private static double of(Part part, Screen screen, double percent) {
    return switch (part.kind()) {
      case DIMENSION -> part.number() * unit(part.text(), screen);
      case NUMBER -> part.number() == 0 ? 0 : Double.NaN;
      case PERCENTAGE -> part.number() * percent / 100;
      case FUNCTION -> new Sum(part, screen, percent).value();
      default -> Double.NaN;
    };
  }

  private static double unit(String unit, Screen screen) {
    return switch (unit) {
      case "px" -> 1;
      case "em", "rem", "ic", "lh", "rlh" -> FONT;
      case "ex", "ch" -> FONT / 2;
      case "vw", "svw", "lvw", "dvw", "vi" -> screen.width() / 100.0;
      case "vh", "svh", "lvh", "dvh", "vb" -> screen.height() / 100.0;
      case "vmin" -> Math.min(screen.width(), screen.height()) / 100.0;
      case "vmax" -> Math.max(screen.width(), screen.height()) / 100.0;
      case "in" -> 96;
      case "cm" -> 96 / 2.54;
      case "mm" -> 96 / 25.4;
      case "q" -> 96 / 101.6;
      case "pt" -> 96 / 72.0;
      case "pc" -> 16;
      default -> Double.NaN;
    };
  }

  /// A function that calculates.
  private record Sum(Part function, Screen screen, double percent) {

    double value() {
      var commas = Parts.byCommas(function.inside());
      var values = commas.stream().mapToDouble(this::sum).toArray();
      return switch (function.lower()) {
        case "calc" -> values.length == 1 ? values[0] : Double.NaN;
        case "min" -> java.util.Arrays.stream(values).min().orElse(Double.NaN);
        case "max" -> java.util.Arrays.stream(values).max().orElse(Double.NaN);
        case "clamp" ->
            values.length == 3 ? Math.max(values[0], Math.min(values[1], values[2])) : Double.NaN;
        default -> Double.NaN;
      };
    }

    /// What is between plus and minus signs, which stand between spaces.
    private double sum(List<Part> parts) {
      double sum = 0;
      int from = 0;
      int sign = 1;
      for (int i = 0; i <= parts.size(); i++) {
        boolean end = i == parts.size();
        if (end || isSign(parts, i)) {
          sum += sign * product(parts.subList(from, i));
          sign = !end && parts.get(i).isDelimiter("-") ? -1 : 1;
          from = i + 1;
        }
      }
      return sum;
    }

    private static boolean isSign(List<Part> parts, int i) {
      var part = parts.get(i);
      return i > 0
          && parts.get(i - 1).isSpace()
          && (part.isDelimiter("+") || part.isDelimiter("-"));
    }

    private double product(List<Part> parts) {
      double product = Double.NaN;
      char operator = ' ';
      for (var part : Parts.withoutSpace(parts)) {
        if (part.is(Kind.DELIMITER)) {
          operator = part.text().charAt(0);
          continue;
        }
        double value = factor(part);
        product =
            switch (operator) {
              case '*' -> product * value;
              case '/' -> product / value;
              default -> value;
            };
      }
      return product;
    }

    private double factor(Part part) {
      if (part.isBlock("(")) {
        return sum(Parts.trimmed(part.inside()));
      }
      return part.is(Kind.NUMBER) ? part.number() : of(part, screen, percent);
    }
  }
}
