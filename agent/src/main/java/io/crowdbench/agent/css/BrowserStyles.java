package io.crowdbench.agent.css;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What a browser's own style sheet says of elements (HTML, section 15.3), as far as it decides
/// what is loaded.
final class BrowserStyles {

  private static final Set<String> HIDDEN =
      Set.of(
          ("area base basefont datalist head link meta noembed noframes noscript param rp script style"
                  + " template title")
              .split(" "));

  private static final Set<String> BLOCKS =
      Set.of(
          ("html body address blockquote center dialog div dl dt dd figure figcaption footer form"
                  + " frame frameset header hr legend listing main menu nav ol p plaintext pre search"
                  + " section aside article h1 h2 h3 h4 h5 h6 hgroup ul dir fieldset details summary"
                  + " li table caption colgroup col thead tbody tfoot tr td th optgroup option")
              .split(" "));

  private static final Set<String> REPLACED =
      Set.of(
          ("img video audio canvas iframe frame object embed svg input select textarea progress meter"
                  + " button br wbr")
              .split(" "));

  private static final Set<String> BOLD =
      Set.of("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> ITALIC = Set.of("i", "em", "cite", "var", "dfn", "address");
  private static final Set<String> MONOSPACED =
      Set.of("pre", "code", "kbd", "samp", "tt", "listing", "plaintext");

  /// They have fonts of their own.
  private static final Set<String> CONTROLS = Set.of("input", "select", "textarea", "button");

  private static final Set<String> WITH_BACKGROUND =
      Set.of("body", "table", "thead", "tbody", "tfoot", "tr", "td", "th");

  private BrowserStyles() {}

  static String display(Element e) {
    var name = e.normalName();
    if (HIDDEN.contains(name)
        || e.hasAttr("hidden")
        || (name.equals("dialog") && !e.hasAttr("open"))
        || (name.equals("audio") && !e.hasAttr("controls"))
        || (name.equals("input") && e.attr("type").equalsIgnoreCase("hidden"))) {
      return "none";
    }
    if (name.equals("li") || name.equals("summary")) {
      return "list-item";
    }
    return BLOCKS.contains(name) ? "block" : isReplaced(e) ? "inline-block" : "inline";
  }

  /// True for what is no box of text.
  static boolean isReplaced(Element e) {
    return REPLACED.contains(e.normalName());
  }

  /// What stands in it is shown only by browsers that don't know it.
  static boolean hidesChildren(Element e) {
    return switch (e.normalName()) {
      case "video", "audio", "canvas", "iframe", "select", "textarea", "meter", "progress" -> true;
      case "object" -> e.hasAttr("data");
      default -> false;
    };
  }

  static boolean isBold(Element e) {
    return BOLD.contains(e.normalName());
  }

  static boolean isItalic(Element e) {
    return ITALIC.contains(e.normalName());
  }

  static boolean isMonospaced(Element e) {
    return MONOSPACED.contains(e.normalName());
  }

  static boolean isControl(Element e) {
    return CONTROLS.contains(e.normalName());
  }

  /// What the field shows as text; null where it shows none.
  static @org.jspecify.annotations.Nullable String shownText(Element e) {
    return switch (e.normalName()) {
      case "textarea" -> e.wholeText();
      case "select" -> {
        var option = e.selectFirst("option[selected]");
        var first = option == null ? e.selectFirst("option") : option;
        yield first == null ? "" : first.text();
      }
      case "input" ->
          switch (e.attr("type").toLowerCase(Locale.ROOT)) {
            case "checkbox", "radio", "hidden", "range", "color", "image" -> null;
            case "submit" -> e.hasAttr("value") ? e.attr("value") : "Submit";
            case "reset" -> e.hasAttr("value") ? e.attr("value") : "Reset";
            case "file" -> "Choose File No file chosen";
            default -> e.attr("value");
          };
      default -> null;
    };
  }

  /// The image of a `background` attribute; empty where there is none.
  static String background(Element e) {
    return WITH_BACKGROUND.contains(e.normalName()) ? e.attr("background") : "";
  }
}
