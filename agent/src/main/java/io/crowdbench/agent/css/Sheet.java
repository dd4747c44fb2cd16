package io.crowdbench.agent.css;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A style sheet that has been read: what it decides of what is loaded, on any page and screen, and
/// nothing else. Never changes, and may be shared.
///
/// @param weight about how many bytes it takes
public record Sheet(List<Import> imports, List<Rule> rules, int weight) {

  public static final Sheet EMPTY = new Sheet(List.of(), List.of(), 64);

  /// A style sheet that it wants to come before it.
  ///
  /// @param media for which screens; loaded for any
  /// @param layer null if it is in none; empty if that has no name
  public record Import(String reference, List<Part> media, @Nullable String layer) {

    public boolean isFor(Screen screen) {
      return MediaQueries.match(media, screen);
    }
  }

  /// Anything can be read; what makes no sense is left out, as browsers do.
  public static Sheet of(String css) {
    return new SheetReader(css).sheet();
  }
}
