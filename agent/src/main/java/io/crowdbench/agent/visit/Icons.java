package io.crowdbench.agent.visit;

import io.crowdbench.agent.css.MediaQueries;
import io.crowdbench.agent.css.Screen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/// The icons that Chromium loads for its tab: those that don't say how large they are, or are of
/// any size, the last one first, since it looks into them for the best; or else one, that is
/// nearest to 32 pixels.
final class Icons {

  private static final int WANTED = 32;

  private Icons() {}

  /// @param links all that name an icon, in the page's order
  static List<Element> chosen(List<Element> links, Screen screen) {
    var fitting =
        links.stream().filter(link -> MediaQueries.match(link.attr("media"), screen)).toList();
    var unsized = new ArrayList<Element>();
    for (var link : fitting.reversed()) {
      if (sizes(link).length == 0 || link.attr("type").equalsIgnoreCase("image/svg+xml")) {
        unsized.add(link);
      }
    }
    if (!unsized.isEmpty()) {
      return unsized;
    }
    return fitting.reversed().stream()
        .min((one, other) -> Integer.compare(distance(one), distance(other)))
        .map(List::of)
        .orElse(List.of());
  }

  /// A larger one can be made smaller, and so is nearer.
  private static int distance(Element link) {
    return Arrays.stream(sizes(link))
        .map(size -> size >= WANTED ? size - WANTED : 1_000_000 - size)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /// In pixels; none for any.
  private static int[] sizes(Element link) {
    return Arrays.stream(link.attr("sizes").toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .filter(size -> size.matches("\\d{1,5}x\\d{1,5}"))
        .mapToInt(size -> Integer.parseInt(size.substring(0, size.indexOf('x'))))
        .toArray();
  }
}
