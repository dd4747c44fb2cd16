package io.crowdbench.agent.address;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes names of hosts ASCII, as name servers want them: `bücher.example` is
/// `xn--bcher-kva.example`. Unicode's UTS #46, not transitional, with the settings of the URL
/// standard, 3.3.
final class DomainNames {

  private static final String PUNYCODE = "xn--";

  private DomainNames() {}

  static String ascii(String name) {
    // What is in ASCII already is not looked into, since there are sites whose names break rules.
    var ascii = isAscii(name) ? name.toLowerCase(Locale.ROOT) : mapped(name);
    if (ascii.isEmpty()) {
      throw new NoAddress("it names no host");
    }
    return ascii;
  }

  private static String mapped(String name) {
    var mapped = new StringBuilder();
    name.codePoints().forEach(c -> DomainCharacters.map(c, mapped));
    var labels = new ArrayList<String>();
    for (var label : Normalizer.normalize(mapped, Form.NFC).split("\\.", -1)) {
      labels.add(label.startsWith(PUNYCODE) ? decoded(label, name) : label);
    }
    check(labels, name);
    var ascii = labels.stream().map(label -> isAscii(label) ? label : encoded(label)).toList();
    return String.join(".", ascii);
  }

  private static String encoded(String label) {
    return PUNYCODE + Punycode.encoded(label);
  }

  private static String decoded(String label, String name) {
    var unicode = Punycode.decoded(label.substring(PUNYCODE.length()));
    if (isAscii(unicode)
        || !Normalizer.isNormalized(unicode, Form.NFC)
        || !unicode.codePoints().allMatch(DomainCharacters::isMappedToItself)) {
      throw new NoAddress("\"%s\" in the name %s is no Punycode".formatted(label, name));
    }
    return unicode;
  }

  private static void check(List<String> labels, String name) {
    var bidirectional = labels.stream().anyMatch(DomainLabels::isRightToLeft);
    for (var label : labels) {
      var fits = DomainLabels.beginsWell(label) && DomainLabels.joinsWell(label);
      if (!fits || (bidirectional && !label.isEmpty() && !DomainLabels.hasOneDirection(label))) {
        throw new NoAddress("\"%s\" can't be a part of a name such as %s".formatted(label, name));
      }
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
