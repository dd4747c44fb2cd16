package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.css.Sheet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a page's own text says of what it loads. Never changes, and may be shared.
///
/// @param base what its references are relative to
/// @param resources what is loaded at once, in the order in which a browser does
/// @param styles the style sheets that count for the screen, in the page's order
/// @param frames pages that stand in attributes of this one
/// @param modules addresses of modules by the names under which they may be imported
/// @param quirky true for a page without a doctype
record PageParts(
    Address base,
    List<Resource> resources,
    List<Style> styles,
    List<Inner> frames,
    Map<String, Address> modules,
    boolean quirky) {

  /// @param address where it is loaded from; null where it stands on the page
  /// @param text of what stands on the page
  /// @param own the same, read
  record Style(@Nullable Address address, String text, Sheet own) {}

  /// @param html of the `srcdoc` attribute
  record Inner(String html, io.crowdbench.agent.css.Screen screen) {}

  /// About how many bytes it takes.
  int weight() {
    int sum = 200 + 300 * resources.size();
    for (var style : styles) {
      sum += 100 + 2 * style.text().length() + style.own().weight();
    }
    for (var frame : frames) {
      sum += 100 + 2 * frame.html().length();
    }
    return sum;
  }
}
