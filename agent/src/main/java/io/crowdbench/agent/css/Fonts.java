package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Which of the fonts that style sheets offer the text of a page is shown in (CSS Fonts Module
/// Level 4, section 5), as Chromium loads them.
final class Fonts {

  /// Fonts that a machine has, under whatever name; text in them needs no others.
  static final Set<String> INSTALLED =
      Set.of("arial", "helvetica", "times", "times new roman", "courier", "courier new");

  private static final Set<String> GENERIC =
      Set.of(
          "serif",
          "sans-serif",
          "monospace",
          "cursive",
          "fantasy",
          "system-ui",
          "ui-serif",
          "ui-sans-serif",
          "ui-monospace",
          "ui-rounded",
          "math");

  /// What text is shown in.
  ///
  /// @param families in lower case, the wanted ones first
  record Font(List<String> families, int weight, boolean italic) {}

  /// @param strut true if a line is as high as this font even where there is no text of it
  private static final class Use {
    private final BitSet characters = new BitSet();
    private boolean strut;
  }

  private final Map<String, List<RuleIndex.FacedAt>> faces;
  private final Map<Font, Use> uses = new LinkedHashMap<>();

  Fonts(List<RuleIndex.FacedAt> faces) {
    this.faces = faces.stream().collect(Collectors.groupingBy(each -> each.face().family()));
  }

  /// False if no sheet offers any.
  boolean areOffered() {
    return !faces.isEmpty();
  }

  void text(Font font, String text) {
    var use = uses.computeIfAbsent(font, _ -> new Use());
    text.codePoints().filter(c -> c >= ' ').forEach(use.characters::set);
  }

  /// A line in that font, even an empty one.
  void line(Font font) {
    uses.computeIfAbsent(font, _ -> new Use()).strut = true;
  }

  /// All that is loaded, each once.
  void loaded(Consumer<RuleIndex.FacedAt> found) {
    var loaded = new ArrayList<RuleIndex.FacedAt>();
    uses.forEach((font, use) -> use.characters.stream().forEach(c -> character(font, c, loaded)));
    uses.forEach((font, use) -> {
      if (use.strut) {
        strut(font, loaded);
      }
    });
    loaded.stream().filter(each -> each.face().source() != null).forEach(found);
  }

  private void character(Font font, int character, List<RuleIndex.FacedAt> loaded) {
    for (var family : font.families()) {
      if (endsSearch(family)) {
        return;
      }
      for (var face : matching(family, font).reversed()) {
        if (face.face().covers(character)) {
          add(face, loaded);
          return;
        }
      }
    }
  }

  /// The first font with a space in it, unless another part of it is on its way.
  private void strut(Font font, List<RuleIndex.FacedAt> loaded) {
    for (var family : font.families()) {
      if (endsSearch(family)) {
        return;
      }
      var matching = matching(family, font);
      for (var face : matching.reversed()) {
        if (face.face().covers(' ')) {
          if (matching.stream().noneMatch(loaded::contains)) {
            add(face, loaded);
          }
          return;
        }
      }
    }
  }

  private static void add(RuleIndex.FacedAt face, List<RuleIndex.FacedAt> loaded) {
    if (!loaded.contains(face)) {
      loaded.add(face);
    }
  }

  private boolean endsSearch(String family) {
    return !faces.containsKey(family) && (GENERIC.contains(family) || INSTALLED.contains(family));
  }

  /// A family's faces of the weight and style nearest to the font's.
  private List<RuleIndex.FacedAt> matching(String family, Font font) {
    var all = faces.getOrDefault(family, List.of());
    int best = Integer.MAX_VALUE;
    var nearest = new ArrayList<RuleIndex.FacedAt>();
    for (var each : all) {
      int distance =
          distance(each.face(), font.weight())
              + (each.face().italic() == font.italic() ? 0 : 100_000);
      if (distance < best) {
        best = distance;
        nearest.clear();
      }
      if (distance == best) {
        nearest.add(each);
      }
    }
    return nearest;
  }

  /// The order in which weights are tried, from the wanted one on.
  private static int distance(FontFace face, int weight) {
    if (weight >= face.lightest() && weight <= face.boldest()) {
      return 0;
    }
    int near = weight < face.lightest() ? face.lightest() : face.boldest();
    int away = Math.abs(near - weight);
    boolean above = near > weight;
    if (weight < 400) {
      return above ? 10_000 + away : away;
    }
    if (weight > 500) {
      return above ? away : 10_000 + away;
    }
    return above && near <= 500 ? away : above ? 20_000 + away : 10_000 + away;
  }

  /// The families that a value names, in lower case.
  static List<String> families(List<Part> value) {
    var all = new ArrayList<String>();
    for (var one : Parts.byCommas(value)) {
      var text = new StringBuilder();
      for (var part : one) {
        if (part.is(Kind.NAME) || part.is(Kind.STRING) || part.isSpace()) {
          text.append(part.text());
        }
      }
      var family = text.toString().strip().toLowerCase(Locale.ROOT);
      if (!family.isEmpty()) {
        all.add(family);
      }
    }
    return all;
  }
}
