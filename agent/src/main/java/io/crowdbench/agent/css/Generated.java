package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/// Text that is not in the page but comes of its styles.
final class Generated {

  private Generated() {}

  /// What `content` shows, as far as its letters go.
  static String text(List<Part> content, Element element) {
    var text = new StringBuilder();
    for (var part : content) {
      if (part.isDelimiter("/")) {
        // What comes now is for those who can't see it.
        break;
      }
      if (part.is(Kind.STRING)) {
        text.append(part.text());
      } else if (part.isFunction("attr") && !part.inside().isEmpty()) {
        text.append(element.attr(Parts.trimmed(part.inside()).getFirst().lower()));
      } else if (part.isFunction("counter") || part.isFunction("counters")) {
        text.append("0123456789");
      } else if (part.isName("open-quote")) {
        text.append('\u201c');
      } else if (part.isName("close-quote")) {
        text.append('\u201d');
      }
    }
    return text.toString();
  }

  static String transformed(String text, String transform) {
    return switch (transform) {
      case "uppercase" -> text.toUpperCase(Locale.ROOT);
      case "lowercase" -> text.toLowerCase(Locale.ROOT);
      // The first letters of words only, but all that matters is which there are.
      case "capitalize" -> text + text.toUpperCase(Locale.ROOT);
      default -> text;
    };
  }
}
