package io.crowdbench.agent.visit;

import io.crowdbench.agent.css.Screen;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// How large frames are, as their attributes say: style sheets have not come yet when browsers
/// begin to load them.
final class Frames {

  private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,5})(?:\\.\\d*)?\\s*(%|px)?\\s*");

  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);

  private Frames() {}

  static Screen screen(Element frame, Screen around) {
    if (frame.normalName().equals("frame")) {
      return around;
    }
    if (frame.hasAttr("hidden") || HIDDEN.matcher(frame.attr("style")).find()) {
      return around.framed(0, 0);
    }
    return around.framed(
        side(frame, "width", around.width(), 300), side(frame, "height", around.height(), 150));
  }

  private static int side(Element frame, String name, int whole, int otherwise) {
    for (var said : frame.attr("style").toLowerCase(Locale.ROOT).split(";", -1)) {
      var parts = said.split(":", 2);
      if (parts.length == 2 && parts[0].strip().equals(name) && SIZE.matcher(parts[1]).matches()) {
        return side(parts[1], whole, otherwise);
      }
    }
    return side(frame.attr(name), whole, otherwise);
  }

  private static int side(String said, int whole, int otherwise) {
    var size = SIZE.matcher(said);
    if (!size.matches()) {
      return otherwise;
    }
    int number = Integer.parseInt(size.group(1));
    return "%".equals(size.group(2)) ? whole * number / 100 : number;
  }
}
