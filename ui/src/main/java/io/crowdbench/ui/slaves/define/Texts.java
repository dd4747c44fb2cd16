package io.crowdbench.ui.slaves.define;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Between what fields hold, which is never nothing, and what is sent.
final class Texts {

  private Texts() {}

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// As it is, blanks included: a password may have them.
  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static @Nullable String strippedOrNull(String text) {
    return orNull(text.strip());
  }

  /// Labels that stand in one field, with commas or blanks between them.
  static List<String> labels(String text) {
    return Arrays.stream(text.split("[,\\s]+")).filter(each -> !each.isEmpty()).distinct().toList();
  }
}
