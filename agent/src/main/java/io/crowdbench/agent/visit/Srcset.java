package io.crowdbench.agent.visit;

import io.crowdbench.agent.css.ImageSizes;
import io.crowdbench.agent.css.Screen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Of the files of one image the one for the screen (HTML, 4.8.4.3, and what Chromium makes of the
/// choice that the standard leaves open).
final class Srcset {

  /// @param width in pixels; 0 where a density is given, or nothing
  private record Candidate(String reference, int width, double density) {}

  private Srcset() {}

  /// @param src loaded where nothing of the set is better; may be empty
  /// @return empty if there is none
  static String chosen(String srcset, String sizes, String src, Screen screen) {
    var all = candidates(srcset);
    boolean widths = all.stream().anyMatch(each -> each.width() > 0);
    if (!src.isBlank() && !widths) {
      all.add(new Candidate(src, 0, 1));
    }
    if (all.isEmpty()) {
      return src;
    }
    double slot = widths ? Math.max(1, ImageSizes.of(sizes, screen)) : 1;
    var sorted =
        all.stream()
            .map(each ->
                each.width() > 0
                    ? new Candidate(each.reference(), each.width(), each.width() / slot)
                    : each)
            .sorted(Comparator.comparingDouble(Candidate::density))
            .toList();
    return best(sorted, screen.density());
  }

  /// A denser one is taken if the screen is nearer to it than to the one before, on the scale of
  /// their ratio; up to a density of 1 always the first that is dense enough.
  private static String best(List<Candidate> sorted, double density) {
    int at = 0;
    for (int next = 1; next < sorted.size(); next++) {
      if (sorted.get(next).density() < density) {
        at = next;
        continue;
      }
      double own = sorted.get(at).density();
      double middle = Math.sqrt(own * sorted.get(next).density());
      if ((density <= 1 && density > own) || density >= middle) {
        at = next;
      }
      break;
    }
    while (at > 0 && sorted.get(at - 1).density() == sorted.get(at).density()) {
      at--;
    }
    return sorted.get(at).reference();
  }

  private static List<Candidate> candidates(String srcset) {
    var all = new ArrayList<Candidate>();
    int at = 0;
    int length = srcset.length();
    while (true) {
      while (at < length && (isSpace(srcset.charAt(at)) || srcset.charAt(at) == ',')) {
        at++;
      }
      if (at >= length) {
        return all;
      }
      int start = at;
      while (at < length && !isSpace(srcset.charAt(at))) {
        at++;
      }
      var reference = srcset.substring(start, at);
      var descriptor = "";
      if (!reference.endsWith(",")) {
        int end = srcset.indexOf(',', at) < 0 ? length : srcset.indexOf(',', at);
        descriptor = srcset.substring(at, end).strip();
        at = end;
      }
      add(all, reference.replaceFirst(",+$", ""), descriptor);
    }
  }

  private static void add(List<Candidate> all, String reference, String descriptors) {
    int width = 0;
    double density = 1;
    try {
      for (var one : descriptors.split("\\s+", -1)) {
        if (one.endsWith("w")) {
          width = Integer.parseInt(one.substring(0, one.length() - 1));
        } else if (one.endsWith("x")) {
          density = Double.parseDouble(one.substring(0, one.length() - 1));
        } else if (!one.isEmpty() && !one.endsWith("h")) {
          return;
        }
      }
    } catch (NumberFormatException e) {
      // Not a candidate.
      return;
    }
    all.add(new Candidate(reference, width, density));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
