package io.crowdbench.agent.css;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What selectors are matched in.
///
/// @param quirks true for a page without a doctype, in which ids and classes have no case
/// @param scope what `:scope` is; null for the page's root
record Matching(boolean quirks, @Nullable Element scope) {

  Matching scopedTo(Element element) {
    return new Matching(quirks, element);
  }

  boolean hasWord(String words, String word) {
    return hasWord(words, word, quirks);
  }

  /// True if the word is one of those between the spaces.
  static boolean hasWord(String words, String word, boolean anyCase) {
    int length = word.length();
    for (int from = 0; from + length <= words.length(); from++) {
      if (isSpace(words, from - 1)
          && isSpace(words, from + length)
          && words.regionMatches(anyCase, from, word, 0, length)) {
        return length > 0;
      }
    }
    return false;
  }

  private static boolean isSpace(String text, int at) {
    return at < 0 || at >= text.length() || text.charAt(at) <= ' ';
  }
}
