package io.crowdbench.agent.address;

import java.util.ArrayList;
import java.util.List;

/// Reads IP addresses of version 6 and writes them in their shortest form. URL standard, 3.5.
final class Ipv6 {

  private static final int PIECES = 8;

  private final String text;

  private Ipv6(String text) {
    this.text = text;
  }

  static String of(String text) {
    return written(new Ipv6(text).pieces());
  }

  private NoAddress wrong() {
    return new NoAddress("\"" + text + "\" is no IP address of version 6");
  }

  private List<Integer> pieces() {
    int gap = text.indexOf("::");
    if (gap < 0) {
      var all = pieces(text);
      if (all.size() != PIECES) {
        throw wrong();
      }
      return all;
    }
    var all = new ArrayList<Integer>();
    if (gap > 0) {
      all.addAll(pieces(text.substring(0, gap)));
    }
    var behind = text.substring(gap + 2);
    var rest = behind.isEmpty() ? List.<Integer>of() : pieces(behind);
    if (all.size() + rest.size() >= PIECES || (gap > 0 && text.substring(0, gap).contains("."))) {
      throw wrong();
    }
    while (all.size() + rest.size() < PIECES) {
      all.add(0);
    }
    all.addAll(rest);
    return all;
  }

  private List<Integer> pieces(String part) {
    var all = new ArrayList<Integer>();
    var words = part.split(":", -1);
    for (int i = 0; i < words.length; i++) {
      if (words[i].matches("[0-9a-fA-F]{1,4}")) {
        all.add(Integer.parseInt(words[i], 16));
      } else if (i == words.length - 1) {
        ipv4(words[i], all);
      } else {
        throw wrong();
      }
    }
    return all;
  }

  private void ipv4(String word, List<Integer> all) {
    if (!word.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}")) {
      throw wrong();
    }
    var numbers = word.split("\\.");
    for (int i = 0; i < 4; i += 2) {
      int high = Integer.parseInt(numbers[i]);
      int low = Integer.parseInt(numbers[i + 1]);
      if (high > 255 || low > 255) {
        throw wrong();
      }
      all.add(high << 8 | low);
    }
  }

  /// The longest run of zeros, if more than one, is left out.
  private static String written(List<Integer> pieces) {
    int from = -1;
    int length = 1;
    for (int i = 0; i < PIECES; i++) {
      int zeros = 0;
      while (i + zeros < PIECES && pieces.get(i + zeros) == 0) {
        zeros++;
      }
      if (zeros > length) {
        from = i;
        length = zeros;
      }
      i += Math.max(0, zeros - 1);
    }
    var out = new StringBuilder();
    for (int i = 0; i < PIECES; i++) {
      if (i == from) {
        out.append(i == 0 ? "::" : ":");
        i += length - 1;
        continue;
      }
      out.append(Integer.toHexString(pieces.get(i))).append(i < PIECES - 1 ? ":" : "");
    }
    return out.toString();
  }
}
