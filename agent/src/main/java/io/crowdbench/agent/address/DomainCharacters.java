package io.crowdbench.agent.address;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/// What each character becomes in the name of a host. UTS #46, 5: its table follows from Unicode's
/// own properties, which the Java platform has, and a few exceptions. A test compares all
/// characters with ICU's.
final class DomainCharacters {

  private static final int FULL_STOP = 0x3002;
  private static final String ZERO_WIDTH_JOINERS = "\u200c\u200d";

  private DomainCharacters() {}

  /// @throws NoAddress for one that no name has
  static void map(int c, StringBuilder out) {
    if (c < 0x80) {
      out.append((char) (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c));
    } else if (!isIgnored(c)) {
      var mapped = mapped(c);
      if (!isAllowed(c, mapped)) {
        throw new NoAddress("a host has no character U+%04X in its name".formatted(c));
      }
      out.append(mapped);
    }
  }

  static boolean isMappedToItself(int c) {
    var mapped = new StringBuilder();
    try {
      map(c, mapped);
    } catch (NoAddress e) {
      return false;
    }
    return mapped.toString().equals(Character.toString(c));
  }

  private static String mapped(int c) {
    if (c == FULL_STOP || c == 0xff0e || c == 0xff61) {
      return ".";
    }
    if (c == 'ς' || c == 0x1e9e) {
      return c == 'ς' ? "ς" : "ß";
    }
    var plain = Normalizer.normalize(Character.toString(c), Form.NFKC);
    // Small letters may stand for several others, which again have another form.
    return Normalizer.normalize(folded(Normalizer.normalize(folded(plain), Form.NFKC)), Form.NFC);
  }

  private static String folded(String text) {
    var out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(folded(c)));
    return out.toString();
  }

  private static String folded(int c) {
    if (c == 'ß' || c == 'ı') {
      return Character.toString(c);
    }
    // Of Cherokee the large letters are the usual ones.
    if (c >= 0x13a0 && c <= 0x13f5) {
      return Character.toString(c);
    }
    if ((c >= 0xab70 && c <= 0xabbf) || (c >= 0x13f8 && c <= 0x13fd)) {
      return Character.toString(Character.toUpperCase(c));
    }
    return Character.toString(c).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// Not to be seen: what tells variants of characters apart, and the like.
  private static boolean isIgnored(int c) {
    return switch (c) {
      case 0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x200b, 0x3164, 0xfeff, 0xffa0 -> true;
      default ->
          (c >= 0x180b && c <= 0x180f)
              || (c >= 0x2060 && c <= 0x2064)
              || (c >= 0x206a && c <= 0x206f)
              || (c >= 0xfe00 && c <= 0xfe0f)
              || (c >= 0x1bca0 && c <= 0x1bca3)
              || (c >= 0x1d173 && c <= 0x1d17a)
              || (c >= 0xe0100 && c <= 0xe01ef);
    };
  }

  private static boolean isAllowed(int c, String mapped) {
    // A dot would end the part of the name; these have it by their looks only.
    if (mapped.indexOf('.') >= 0
        && mapped.length() + c != 1 + FULL_STOP
        && c != 0xff0e
        && c != 0xff61) {
      return false;
    }
    if (mapped.indexOf(FULL_STOP) >= 0 || (c >= 0x2ff0 && c <= 0x2fff) || c == 0x31ef) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED,
          Character.CONTROL,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> ZERO_WIDTH_JOINERS.indexOf(c) >= 0;
      default -> c != 0x1680 && c != 0xfffc && c != 0xfffd;
    };
  }
}
