package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Conditions.Truth;
import io.crowdbench.agent.css.Part.Kind;
import java.util.ArrayList;
import java.util.List;

/// Whether a screen is of the kind that a sheet, image or rule is for (Media Queries Level 4), as
/// Chromium has it on a desktop with a mouse.
public final class MediaQueries {

  private MediaQueries() {}

  /// @param queries as the `media` attribute has them
  public static boolean match(String queries, Screen screen) {
    return match(Tokens.of(queries), screen);
  }

  static boolean match(List<Part> queries, Screen screen) {
    if (Parts.trimmed(queries).isEmpty()) {
      return true;
    }
    for (var query : Parts.byCommas(queries)) {
      if (one(Parts.withoutSpace(query), screen) == Truth.YES) {
        return true;
      }
    }
    return false;
  }

  private static Truth one(List<Part> query, Screen screen) {
    int at = 0;
    boolean not = false;
    if (query.size() > 1 && query.get(1).is(Kind.NAME)) {
      not = query.getFirst().isName("not");
      at = not || query.getFirst().isName("only") ? 1 : 0;
    }
    if (at == query.size() || !query.get(at).is(Kind.NAME) || query.get(at).isName("not")) {
      return Conditions.of(query, feature -> feature(feature, screen));
    }
    var type = query.get(at).lower();
    var all = Truth.of(type.equals("all") || type.equals("screen"));
    var rest = query.subList(at + 1, query.size());
    if (!rest.isEmpty()) {
      if (!rest.getFirst().isName("and") || rest.stream().anyMatch(part -> part.isName("or"))) {
        return Truth.NO;
      }
      var more = Conditions.of(rest.subList(1, rest.size()), part -> feature(part, screen));
      all = all == Truth.YES ? more : all;
    }
    return not ? all.not() : all;
  }

  /// What one feature in brackets comes to; also those of container queries.
  static Truth feature(Part block, Screen screen) {
    if (!block.isBlock("(")) {
      return Truth.UNKNOWN;
    }
    var inside = Parts.withoutSpace(block.inside());
    if (inside.isEmpty()) {
      return Truth.UNKNOWN;
    }
    for (int i = 0; i < inside.size(); i++) {
      if (inside.get(i).is(Kind.DELIMITER) && "<>=".contains(inside.get(i).text())) {
        return range(inside, screen);
      }
    }
    if (!inside.getFirst().is(Kind.NAME)) {
      return Truth.UNKNOWN;
    }
    var name = inside.getFirst().lower();
    if (inside.size() == 1) {
      return bare(name, screen);
    }
    return inside.size() > 2 && inside.get(1).isDelimiter(":")
        ? plain(name, inside.subList(2, inside.size()), screen)
        : Truth.UNKNOWN;
  }

  private static Truth bare(String name, Screen screen) {
    double number = number(name, screen);
    if (!Double.isNaN(number)) {
      return Truth.of(number != 0);
    }
    var word = word(name, screen);
    return word.isEmpty()
        ? Truth.UNKNOWN
        : Truth.of(!word.equals("none") && !word.equals("no-preference"));
  }

  private static Truth plain(String name, List<Part> value, Screen screen) {
    var webkit =
        name.replace("-webkit-min-device", "min--webkit-device")
            .replace("-webkit-max-device", "max--webkit-device");
    boolean least = webkit.startsWith("min-");
    boolean most = webkit.startsWith("max-");
    var bare = least || most ? webkit.substring(4) : name;
    double own = number(bare, screen);
    if (!Double.isNaN(own)) {
      double given = value(value, screen);
      if (Double.isNaN(given)) {
        return Truth.UNKNOWN;
      }
      return Truth.of(least ? own >= given : most ? own <= given : own == given);
    }
    var word = word(name, screen);
    var given = Parts.onlyName(value);
    return word.isEmpty() || given.isEmpty() ? Truth.UNKNOWN : Truth.of(word.equals(given));
  }

  /// Such as `400px <= width < 700px`.
  private static Truth range(List<Part> parts, Screen screen) {
    var sides = new ArrayList<List<Part>>();
    var operators = new ArrayList<String>();
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (part.is(Kind.DELIMITER) && "<>=".contains(part.text())) {
        boolean orEqual =
            i + 1 < parts.size()
                && parts.get(i + 1).isDelimiter("=")
                && parts.get(i + 1).start() == part.end();
        sides.add(parts.subList(from, i));
        operators.add(part.text() + (orEqual ? "=" : ""));
        i += orEqual ? 1 : 0;
        from = i + 1;
      }
    }
    sides.add(parts.subList(from, parts.size()));
    for (int i = 0; i < operators.size(); i++) {
      double left = side(sides.get(i), screen);
      double right = side(sides.get(i + 1), screen);
      if (Double.isNaN(left) || Double.isNaN(right)) {
        return Truth.UNKNOWN;
      }
      boolean holds =
          switch (operators.get(i)) {
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            case ">=" -> left >= right;
            default -> left == right;
          };
      if (!holds) {
        return Truth.NO;
      }
    }
    return Truth.YES;
  }

  private static double side(List<Part> side, Screen screen) {
    var name = Parts.onlyName(side);
    return name.isEmpty() ? value(side, screen) : number(name, screen);
  }

  /// A length in pixels, a number, a ratio, or a resolution in pixels per pixel of CSS.
  private static double value(List<Part> value, Screen screen) {
    var first = value.getFirst();
    if (value.size() == 3 && value.get(1).isDelimiter("/")) {
      return first.number() / value.get(2).number();
    }
    if (first.is(Kind.NUMBER)) {
      return first.number();
    }
    if (first.is(Kind.DIMENSION)) {
      switch (first.text()) {
        case "dppx", "x" -> {
          return first.number();
        }
        case "dpi" -> {
          return first.number() / 96;
        }
        case "dpcm" -> {
          return first.number() * 2.54 / 96;
        }
        default -> {}
      }
    }
    return Lengths.of(value, screen, Double.NaN);
  }

  private static double number(String feature, Screen screen) {
    return switch (feature) {
      case "width", "device-width", "inline-size" -> screen.width();
      case "height", "device-height", "block-size" -> screen.height();
      case "aspect-ratio", "device-aspect-ratio" -> (double) screen.width() / screen.height();
      case "resolution", "-webkit-device-pixel-ratio" -> screen.density();
      case "color" -> 8;
      case "color-index", "monochrome", "grid" -> 0;
      case "-webkit-transform-3d", "horizontal-viewport-segments", "vertical-viewport-segments" ->
          1;
      default -> Double.NaN;
    };
  }

  private static String word(String feature, Screen screen) {
    return switch (feature) {
      case "orientation" -> screen.height() >= screen.width() ? "portrait" : "landscape";
      case "hover", "any-hover" -> "hover";
      case "pointer", "any-pointer" -> "fine";
      case "update" -> "fast";
      case "overflow-block", "overflow-inline" -> "scroll";
      case "color-gamut" -> "srgb";
      case "dynamic-range", "video-dynamic-range" -> "standard";
      case "scripting" -> "enabled";
      case "display-mode" -> "browser";
      case "prefers-color-scheme" -> "light";
      case "prefers-reduced-motion",
          "prefers-contrast",
          "prefers-reduced-transparency",
          "prefers-reduced-data" ->
          "no-preference";
      case "forced-colors", "inverted-colors", "scan" -> "none";
      case "device-posture" -> "continuous";
      default -> "";
    };
  }
}
