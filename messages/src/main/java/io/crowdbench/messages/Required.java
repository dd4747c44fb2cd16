package io.crowdbench.messages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks that a message read from JSON has what it needs: JSON gives `null` for a field that is
/// missing.
public final class Required {

  private Required() {}

  /// Refuses a missing field with its name, so that the dead letter says what was wrong with it.
  public static <T> T field(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("the field \"" + name + "\" is missing");
    }
    return value;
  }

  /// A list that may be left out in JSON, where it then means: none.
  public static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /// A map that may be left out in JSON, where it then means: empty.
  public static <V> Map<String, V> map(@Nullable Map<String, V> values) {
    return values == null ? Map.of() : Map.copyOf(values);
  }

  /// A field that came later than its message, or may be left out: what that then means.
  public static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
