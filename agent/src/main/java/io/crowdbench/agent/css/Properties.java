package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The properties that decide what is loaded, and what their shorthands say of them.
final class Properties {

  /// Those that load what their addresses name.
  static final Set<String> LOADING =
      Set.of(
          "background-image",
          "border-image-source",
          "list-style-image",
          "mask-image",
          "content",
          "cursor",
          "shape-outside",
          "filter",
          "clip-path",
          "fill",
          "stroke");

  /// Those that children have from their parents.
  static final Set<String> INHERITED = Set.of("list-style-image", "cursor", "fill", "stroke");

  static final Set<String> WIDE = Set.of("inherit", "initial", "unset", "revert", "revert-layer");

  private static final Set<String> OTHERS =
      Set.of(
          "display",
          "font-family",
          "font-weight",
          "font-style",
          "text-transform",
          "animation-name");

  private static final Map<String, String> LONGHANDS =
      Map.ofEntries(
          Map.entry("background", "background-image"),
          Map.entry("list-style", "list-style-image"),
          Map.entry("border-image", "border-image-source"),
          Map.entry("-webkit-border-image", "border-image-source"),
          Map.entry("border", "border-image-source"),
          Map.entry("mask", "mask-image"),
          Map.entry("-webkit-mask", "mask-image"),
          Map.entry("-webkit-mask-image", "mask-image"),
          Map.entry("-webkit-shape-outside", "shape-outside"),
          Map.entry("-webkit-filter", "filter"),
          Map.entry("-webkit-clip-path", "clip-path"),
          Map.entry("animation", "animation-name"),
          Map.entry("-webkit-animation", "animation-name"),
          Map.entry("-webkit-animation-name", "animation-name"));

  private static final List<String> FONT = List.of("font-family", "font-weight", "font-style");

  private Properties() {}

  /// The longhands that a declaration of such a property is about; none if it decides nothing here.
  static List<String> of(String property) {
    if (LOADING.contains(property) || OTHERS.contains(property) || property.startsWith("--")) {
      return List.of(property);
    }
    var longhand = LONGHANDS.get(property);
    if (longhand != null) {
      return List.of(longhand);
    }
    return switch (property) {
      case "font" -> FONT;
      case "all" -> all();
      default -> List.of();
    };
  }

  private static List<String> all() {
    var all = new ArrayList<>(LOADING);
    all.addAll(OTHERS);
    return all;
  }

  /// False for what Chromium takes for no value of that property, so that an earlier one holds.
  static boolean isValid(String property, List<Part> value) {
    if (property.startsWith("--") || Parts.hasVariable(value)) {
      return true;
    }
    if (value.isEmpty() || !value.stream().allMatch(Supports::isOurs)) {
      return false;
    }
    if (WIDE.contains(Parts.onlyName(value))) {
      return true;
    }
    return switch (property) {
      case "background", "mask", "-webkit-mask" -> Backgrounds.isShorthand(value);
      case "background-image", "mask-image", "-webkit-mask-image" -> Backgrounds.areImages(value);
      case "border-image-source", "list-style-image" ->
          Backgrounds.areImages(value) && Parts.byCommas(value).size() == 1;
      case "display" -> Supports.declaration(named("display", value));
      case "font" -> !font(value).isEmpty();
      case "all" -> false;
      default -> true;
    };
  }

  private static List<Part> named(String property, List<Part> value) {
    var all = new ArrayList<Part>();
    all.add(new Part(Kind.NAME, property, 0, List.of(), 0, 0));
    all.add(new Part(Kind.DELIMITER, ":", 0, List.of(), 0, 0));
    all.addAll(value);
    return all;
  }

  /// What a value without variables says of a longhand.
  static List<Part> longhand(String property, String longhand, List<Part> value) {
    if (WIDE.contains(Parts.onlyName(value))) {
      return value;
    }
    return switch (property) {
      case "border" -> List.of();
      case "font" -> font(value).getOrDefault(longhand, List.of());
      default -> value;
    };
  }

  /// The `font` shorthand: style and weight in any order, the size, and all behind it the families.
  private static Map<String, List<Part>> font(List<Part> value) {
    var all = new HashMap<String, List<Part>>();
    var parts = Parts.trimmed(value);
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      switch (part.kind()) {
        case NAME -> {
          var word = part.lower();
          if (word.equals("italic") || word.equals("oblique")) {
            all.put("font-style", List.of(part));
          } else if (word.equals("bold") || word.equals("bolder") || word.equals("lighter")) {
            all.put("font-weight", List.of(part));
          } else if (isSize(word)) {
            return families(all, parts.subList(i + 1, parts.size()));
          } else if (!word.startsWith("small-caps")
              && !word.equals("normal")
              && !word.endsWith("condensed")
              && !word.endsWith("expanded")) {
            return Map.of();
          }
        }
        case NUMBER -> all.put("font-weight", List.of(part));
        case DIMENSION, PERCENTAGE, FUNCTION -> {
          return families(all, parts.subList(i + 1, parts.size()));
        }
        case SPACE -> {}
        default -> {
          return Map.of();
        }
      }
    }
    return Map.of();
  }

  private static boolean isSize(String word) {
    return word.endsWith("small") && !word.endsWith("caps")
        || word.endsWith("large")
        || word.equals("medium")
        || word.equals("larger")
        || word.equals("smaller");
  }

  /// @param rest what is behind the size: a line height, perhaps, and the families
  private static Map<String, List<Part>> families(Map<String, List<Part>> all, List<Part> rest) {
    var parts = Parts.trimmed(rest);
    if (!parts.isEmpty() && parts.getFirst().isDelimiter("/")) {
      parts = Parts.trimmed(parts.subList(1, parts.size()));
      parts = parts.isEmpty() ? parts : Parts.trimmed(parts.subList(1, parts.size()));
    }
    if (parts.isEmpty()) {
      return Map.of();
    }
    all.put("font-family", parts);
    return all;
  }
}
