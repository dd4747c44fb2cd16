package io.crowdbench.agent.visit;

import io.crowdbench.agent.css.Images;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What Chromium makes of `link` elements and of the types that elements give.
final class Links {

  private static final Set<String> SCRIPTS =
      Set.of(
          ("application/ecmascript application/javascript application/x-ecmascript"
                  + " application/x-javascript text/ecmascript text/javascript text/javascript1.0"
                  + " text/javascript1.1 text/javascript1.2 text/javascript1.3 text/javascript1.4"
                  + " text/javascript1.5 text/jscript text/livescript text/x-ecmascript"
                  + " text/x-javascript")
              .split(" "));

  private static final Set<String> PRELOADED =
      Set.of("fetch", "font", "image", "script", "style", "track");

  private Links() {}

  static List<String> relations(Element link) {
    return List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }

  static boolean isStyle(Element element) {
    var type = type(element);
    return type.isEmpty() || type.equals("text/css");
  }

  static boolean isPreloaded(Element link) {
    var type = type(link);
    var as = link.attr("as").toLowerCase(Locale.ROOT);
    return PRELOADED.contains(as)
        && switch (as) {
          case "image" -> Images.areShown(type);
          case "style" -> isStyle(link);
          case "script" -> type.isEmpty() || SCRIPTS.contains(type) || type.equals("module");
          default -> true;
        };
  }

  static boolean isModule(Element script) {
    return type(script).equals("module");
  }

  static boolean isImportMap(Element script) {
    return type(script).equals("importmap");
  }

  /// False for what is data, or for other browsers.
  static boolean isScript(Element script) {
    if (script.hasAttr("nomodule") || (script.hasAttr("for") && script.hasAttr("event"))) {
      return false;
    }
    var type = type(script);
    if (!script.hasAttr("type") && !script.attr("language").isEmpty()) {
      return SCRIPTS.contains("text/" + script.attr("language").toLowerCase(Locale.ROOT));
    }
    return type.isEmpty() || SCRIPTS.contains(type);
  }

  /// True for what a browser shows without a plug-in.
  static boolean isShown(Element embedded) {
    var type = type(embedded);
    return Images.areShown(type)
        || type.startsWith("text/")
        || type.equals("application/pdf")
        || type.endsWith("xml");
  }

  private static String type(Element element) {
    return element.attr("type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
