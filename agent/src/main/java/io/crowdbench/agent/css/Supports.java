package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Conditions.Truth;
import io.crowdbench.agent.css.Part.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What Chromium says of `@supports` (CSS Conditional Rules Level 4). Properties are judged by
/// their name, from the list that Chromium 156 gives of itself; values by whether they are of
/// another browser's make, and of `display` and `position` by their word.
final class Supports {

  private static final Set<String> PROPERTIES = properties();

  private static final Set<String> DISPLAYS =
      Set.of(
          ("none block inline inline-block flex inline-flex grid inline-grid table inline-table"
                  + " contents list-item flow-root ruby ruby-text table-row table-cell table-caption"
                  + " table-column table-column-group table-row-group table-header-group"
                  + " table-footer-group math -webkit-box -webkit-inline-box -webkit-flex"
                  + " -webkit-inline-flex flow inherit initial unset revert revert-layer")
              .split(" "));

  private static final Set<String> POSITIONS =
      Set.of(
          "static relative absolute fixed sticky inherit initial unset revert revert-layer"
              .split(" "));

  private static final Set<String> WEBKIT_FUNCTIONS =
      Set.of(
          "-webkit-linear-gradient",
          "-webkit-repeating-linear-gradient",
          "-webkit-radial-gradient",
          "-webkit-repeating-radial-gradient",
          "-webkit-gradient",
          "-webkit-image-set",
          "-webkit-cross-fade");

  private Supports() {}

  private static Set<String> properties() {
    try (var in = Supports.class.getResourceAsStream("properties.txt")) {
      if (in == null) {
        throw new IllegalStateException("properties.txt is not part of this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean hold(List<Part> condition) {
    return Conditions.of(Parts.withoutSpace(condition), Supports::feature) == Truth.YES;
  }

  private static Truth feature(Part part) {
    if (part.isFunction("selector")) {
      return Truth.of(SelectorReader.supports(part.inside()));
    }
    if (part.isFunction("font-format")) {
      return Truth.of(FontFace.FORMATS.contains(Parts.onlyName(part.inside())));
    }
    if (part.isFunction("font-tech") || part.isFunction("at-rule")) {
      return Truth.YES;
    }
    return part.isBlock("(") ? Truth.of(declaration(part.inside())) : Truth.NO;
  }

  /// @param parts as in a block: a name, a colon and a value; or only a value's condition in bare
  ///   brackets, as `@import` has it
  static boolean declaration(List<Part> parts) {
    var all = Parts.withoutSpace(parts);
    if (all.size() < 2 || !all.getFirst().is(Kind.NAME) || !all.get(1).isDelimiter(":")) {
      return false;
    }
    var name = all.getFirst().lower();
    return name.startsWith("--")
        || (PROPERTIES.contains(name) && value(name, all.subList(2, all.size())));
  }

  private static boolean value(String property, List<Part> value) {
    return switch (property) {
      case "display" -> DISPLAYS.contains(Parts.onlyName(value)) || Parts.hasVariable(value);
      case "position" -> POSITIONS.contains(Parts.onlyName(value)) || Parts.hasVariable(value);
      default -> !value.isEmpty() && value.stream().allMatch(Supports::isOurs);
    };
  }

  /// False for what other browsers than Chromium know.
  static boolean isOurs(Part part) {
    var text = part.lower();
    return switch (part.kind()) {
      case FUNCTION ->
          (!text.startsWith("-") || text.startsWith("--") || WEBKIT_FUNCTIONS.contains(text))
              && part.inside().stream().allMatch(Supports::isOurs);
      case NAME ->
          !text.startsWith("-moz-")
              && !text.startsWith("-ms-")
              && !text.startsWith("-o-")
              && !text.startsWith("-apple-system-")
              && text.indexOf('\\') < 0;
      case BAD -> false;
      case BLOCK -> part.inside().stream().allMatch(Supports::isOurs);
      default -> !part.isDelimiter("\\") && !part.isDelimiter("!");
    };
  }
}
