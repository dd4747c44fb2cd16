package io.crowdbench.agent.css;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a style sheet consists of, as far as it decides what is loaded.
sealed interface Rule {

  record Style(List<Selector> selectors, List<Declaration> declarations) implements Rule {}

  /// Rules for certain screens.
  record When(Predicate<Screen> holds, List<Rule> rules) implements Rule {}

  /// @param name with dots, within the layer around it; null for one without a name
  record Layer(@Nullable String name, List<Rule> rules) implements Rule {}

  /// Layers in the order in which they count.
  record LayerOrder(List<String> names) implements Rule {}

  record Face(FontFace face) implements Rule {}

  /// @param images what is shown in turn
  record Keyframes(String name, List<Declaration> images) implements Rule {}
}
