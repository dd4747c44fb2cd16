package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The font of an element, from what is said of it and what its parent has.
final class FontStyle {

  private FontStyle() {}

  /// @param e null for a pseudo-element
  /// @param from what it begins with where nothing is said
  static Fonts.Font of(
      @Nullable Element e, Winners own, Variables variables, Fonts.Font from, Fonts.Font parent) {
    boolean bold = e != null && BrowserStyles.isBold(e);
    boolean italic = e != null && BrowserStyles.isItalic(e);
    var saidFamilies = own.value("font-family", variables);
    var saidWeight = own.value("font-weight", variables);
    var saidStyle = own.value("font-style", variables);
    return new Fonts.Font(
        saidFamilies == null ? from.families() : families(saidFamilies, from, parent),
        saidWeight == null
            ? bold ? bolder(parent.weight()) : from.weight()
            : weight(saidWeight, from, parent),
        saidStyle == null ? italic || from.italic() : italic(saidStyle, from, parent));
  }

  private static List<String> families(List<Part> said, Fonts.Font from, Fonts.Font parent) {
    return switch (Parts.onlyName(said)) {
      case "inherit", "unset" -> parent.families();
      case "initial" -> List.of("serif");
      case "revert", "revert-layer" -> from.families();
      default -> Fonts.families(said);
    };
  }

  private static int weight(List<Part> said, Fonts.Font from, Fonts.Font parent) {
    if (said.size() == 1 && said.getFirst().is(Kind.NUMBER)) {
      return (int) said.getFirst().number();
    }
    int above = parent.weight();
    return switch (Parts.onlyName(said)) {
      case "bold" -> 700;
      case "bolder" -> bolder(above);
      case "lighter" -> above < 550 ? 100 : above < 750 ? 400 : 700;
      case "inherit", "unset" -> above;
      case "revert", "revert-layer" -> from.weight();
      default -> 400;
    };
  }

  private static int bolder(int weight) {
    return weight < 350 ? 400 : weight < 550 ? 700 : 900;
  }

  private static boolean italic(List<Part> said, Fonts.Font from, Fonts.Font parent) {
    if (said.isEmpty()) {
      return false;
    }
    return switch (said.getFirst().lower()) {
      case "italic", "oblique" -> true;
      case "inherit", "unset" -> parent.italic();
      case "revert", "revert-layer" -> from.italic();
      default -> false;
    };
  }
}
