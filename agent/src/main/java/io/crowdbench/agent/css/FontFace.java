package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A font that a style sheet offers (CSS Fonts Module Level 4, section 4).
///
/// @param family in lower case
/// @param source the first of its files that Chromium can read; null where that is a font of the
///   machine's own
/// @param ranges pairs of first and last code point; empty for all
record FontFace(
    String family,
    @Nullable String source,
    int lightest,
    int boldest,
    boolean italic,
    int[] ranges) {

  static final Set<String> FORMATS =
      Set.of(
          "woff2",
          "woff",
          "truetype",
          "opentype",
          "collection",
          "woff2-variations",
          "woff-variations",
          "truetype-variations",
          "opentype-variations");

  /// Null if it names no family, or nothing that can be read.
  static @Nullable FontFace of(Map<String, List<Part>> descriptors, String css) {
    var family = Fonts.families(descriptors.getOrDefault("font-family", List.of()));
    if (family.isEmpty()) {
      return null;
    }
    for (var source : Parts.byCommas(descriptors.getOrDefault("src", List.of()))) {
      boolean own =
          !source.isEmpty()
              && source.getFirst().isFunction("local")
              && isInstalled(source.getFirst());
      if (own || (!source.isEmpty() && isReadable(source))) {
        var weights = weights(descriptors.getOrDefault("font-weight", List.of()));
        var style = Parts.trimmed(descriptors.getOrDefault("font-style", List.of()));
        return new FontFace(
            family.getFirst(),
            own ? null : source.getFirst().address(),
            weights[0],
            weights[1],
            !style.isEmpty()
                && (style.getFirst().isName("italic") || style.getFirst().isName("oblique")),
            ranges(descriptors.getOrDefault("unicode-range", List.of()), css));
      }
    }
    return null;
  }

  private static boolean isInstalled(Part local) {
    var names = Fonts.families(local.inside());
    return !names.isEmpty() && Fonts.INSTALLED.contains(names.getFirst());
  }

  private static boolean isReadable(List<Part> source) {
    if (!source.getFirst().isAddress()) {
      return false;
    }
    for (var part : source) {
      if (part.isFunction("format")) {
        return part.inside().stream()
            .filter(inside -> inside.is(Kind.STRING) || inside.is(Kind.NAME))
            .anyMatch(inside -> FORMATS.contains(inside.lower()));
      }
    }
    // The way Internet Explorer wanted it.
    return !source.getFirst().address().toLowerCase(Locale.ROOT).endsWith(".eot");
  }

  private static int[] weights(List<Part> value) {
    var given = new ArrayList<Integer>();
    for (var part : value) {
      if (part.is(Kind.NUMBER)) {
        given.add((int) part.number());
      } else if (part.is(Kind.NAME)) {
        given.add(part.isName("bold") ? 700 : 400);
      }
    }
    return given.isEmpty()
        ? new int[] {400, 400}
        : new int[] {
          Math.min(given.getFirst(), given.getLast()), Math.max(given.getFirst(), given.getLast())
        };
  }

  /// `U+26`, `U+0-7F`, `U+4??`, as written.
  private static int[] ranges(List<Part> value, String css) {
    if (value.isEmpty()) {
      return new int[0];
    }
    var ranges = new ArrayList<Integer>();
    var text = css.substring(value.getFirst().start(), value.getLast().end());
    for (var one : text.split(",", -1)) {
      var ends = one.strip().replaceFirst("^[uU]\\+", "").split("-", 2);
      try {
        ranges.add(Integer.parseInt(ends[0].replace('?', '0'), 16));
        ranges.add(Integer.parseInt(ends[ends.length - 1].replace('?', 'F'), 16));
      } catch (NumberFormatException e) {
        // Not a range, and so the descriptor does not hold.
        return new int[0];
      }
    }
    return ranges.stream().mapToInt(Integer::intValue).toArray();
  }

  boolean covers(int character) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (character >= ranges[i] && character <= ranges[i + 1]) {
        return true;
      }
    }
    return ranges.length == 0;
  }
}
