package io.crowdbench.agent.css;

import java.util.List;

/// How wide an image will be, as its `sizes` attribute says (HTML, 4.8.4.3.7).
public final class ImageSizes {

  private ImageSizes() {}

  /// In pixels of CSS; as wide as the window where nothing is said that makes sense.
  public static double of(String sizes, Screen screen) {
    for (var one : Parts.byCommas(Tokens.of(sizes))) {
      if (one.isEmpty()) {
        continue;
      }
      double width = Lengths.of(List.of(one.getLast()), screen, Double.NaN);
      var condition = Parts.trimmed(one.subList(0, one.size() - 1));
      if (width >= 0 && MediaQueries.match(condition, screen)) {
        return width;
      }
    }
    return screen.width();
  }
}
