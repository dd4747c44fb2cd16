package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.ArrayList;
import java.util.List;

/// Lists of component values, taken apart.
final class Parts {

  private Parts() {}

  static List<Part> trimmed(List<Part> parts) {
    int first = 0;
    int last = parts.size();
    while (first < last && parts.get(first).isSpace()) {
      first++;
    }
    while (last > first && parts.get(last - 1).isSpace()) {
      last--;
    }
    return parts.subList(first, last);
  }

  static List<Part> withoutSpace(List<Part> parts) {
    return parts.stream().filter(part -> !part.isSpace()).toList();
  }

  /// What is between the commas, without the space around it.
  static List<List<Part>> byCommas(List<Part> parts) {
    var all = new ArrayList<List<Part>>();
    int from = 0;
    for (int i = 0; i <= parts.size(); i++) {
      if (i == parts.size() || parts.get(i).isDelimiter(",")) {
        all.add(trimmed(parts.subList(from, i)));
        from = i + 1;
      }
    }
    return all;
  }

  /// True if `var()` is in it, so that nobody knows what it says before an element is at hand.
  static boolean hasVariable(List<Part> parts) {
    for (var part : parts) {
      if (part.isFunction("var") || hasVariable(part.inside())) {
        return true;
      }
    }
    return false;
  }

  /// The only name in it, in lower case; empty if there is anything else.
  static String onlyName(List<Part> parts) {
    var all = trimmed(parts);
    return all.size() == 1 && all.getFirst().is(Kind.NAME) ? all.getFirst().lower() : "";
  }
}
