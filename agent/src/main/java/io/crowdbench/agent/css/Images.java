package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The images that a value names, of each set the one for the screen.
public final class Images {

  /// What Chromium shows, beside those without a type.
  private static final Set<String> TYPES =
      Set.of(
          "image/png",
          "image/apng",
          "image/jpeg",
          "image/jpg",
          "image/pjpeg",
          "image/gif",
          "image/webp",
          "image/avif",
          "image/jxl",
          "image/svg+xml",
          "image/bmp",
          "image/x-icon",
          "image/vnd.microsoft.icon",
          "image/x-png",
          "image/x-xbitmap");

  private Images() {}

  /// @param type a media type, in any case; an empty one is shown
  public static boolean areShown(String type) {
    var bare = type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    return bare.isEmpty() || TYPES.contains(bare);
  }

  static void in(List<Part> value, Screen screen, Consumer<String> found) {
    for (var part : value) {
      if (part.isAddress()) {
        found.accept(part.address());
      } else if (part.isFunction("image-set") || part.isFunction("-webkit-image-set")) {
        set(part, screen, found);
      } else if (part.is(Kind.FUNCTION)) {
        in(part.inside(), screen, found);
      }
    }
  }

  /// The one with the least density that is enough, or else with the most.
  private static void set(Part set, Screen screen, Consumer<String> found) {
    Part best = null;
    double chosen = 0;
    for (var option : Parts.byCommas(set.inside())) {
      double density = 1;
      boolean shown = true;
      for (var part : option) {
        if (part.is(Kind.DIMENSION)) {
          density = density(part);
        } else if (part.isFunction("type")) {
          shown = part.inside().stream().allMatch(type -> areShown(type.text()));
        }
      }
      boolean better =
          chosen < screen.density()
              ? density > chosen
              : density >= screen.density() && density < chosen;
      if (shown && !option.isEmpty() && (best == null || better)) {
        best = option.getFirst();
        chosen = density;
      }
    }
    if (best != null && best.is(Kind.STRING)) {
      found.accept(best.text());
    } else if (best != null) {
      in(List.of(best), screen, found);
    }
  }

  private static double density(Part resolution) {
    return switch (resolution.text()) {
      case "dpi" -> resolution.number() / 96;
      case "dpcm" -> resolution.number() * 2.54 / 96;
      default -> resolution.number();
    };
  }
}
