package io.crowdbench.agent.address;

/// Letters and digits that stand for any characters (RFC 3492).
final class Punycode {

  private static final int BASE = 36;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE_POINT = 128;

  private Punycode() {}

  /// RFC 3492, 6.1.
  private static int bias(int difference, int count, boolean first) {
    int delta = first ? difference / 700 : difference / 2;
    delta += delta / count;
    int k = 0;
    for (; delta > (BASE - 1) * 26 / 2; k += BASE) {
      delta /= BASE - 1;
    }
    return k + BASE * delta / (delta + 38);
  }

  private static int threshold(int k, int bias) {
    return Math.clamp(k - bias, 1, 26);
  }

  /// RFC 3492, 6.3.
  static String encoded(String label) {
    int[] all = label.codePoints().toArray();
    var out = new StringBuilder();
    label.chars().filter(c -> c < FIRST_CODE_POINT).forEach(c -> out.append((char) c));
    int basic = out.length();
    int done = basic;
    if (basic > 0) {
      out.append('-');
    }
    int bias = FIRST_BIAS;
    int delta = 0;
    for (int n = FIRST_CODE_POINT; done < all.length; n++, delta++) {
      int next = next(all, n);
      delta = Math.addExact(delta, Math.multiplyExact(next - n, done + 1));
      n = next;
      for (int c : all) {
        if (c < n) {
          delta = Math.addExact(delta, 1);
        } else if (c == n) {
          add(out, delta, bias);
          bias = bias(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
    }
    return out.toString();
  }

  private static int next(int[] all, int least) {
    int next = Integer.MAX_VALUE;
    for (int c : all) {
      next = c >= least ? Math.min(next, c) : next;
    }
    return next;
  }

  private static void add(StringBuilder out, int number, int bias) {
    int rest = number;
    for (int k = BASE; ; k += BASE) {
      int threshold = threshold(k, bias);
      if (rest < threshold) {
        out.append(digit(rest));
        return;
      }
      out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  /// RFC 3492, 6.2.
  ///
  /// @throws NoAddress when it is none
  static String decoded(String code) {
    int end = code.lastIndexOf('-');
    var out = new StringBuilder(end < 0 ? "" : code.substring(0, end));
    int count = out.length();
    int n = FIRST_CODE_POINT;
    int bias = FIRST_BIAS;
    long i = 0;
    for (int at = end <= 0 ? 0 : end + 1; at < code.length(); ) {
      long before = i;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int value = at < code.length() ? value(code.charAt(at++)) : -1;
        i += value * weight;
        if (value < 0 || i > Integer.MAX_VALUE) {
          throw new NoAddress("\"" + code + "\" is no Punycode");
        }
        int threshold = threshold(k, bias);
        if (value < threshold) {
          break;
        }
        weight *= BASE - threshold;
      }
      count++;
      bias = bias((int) (i - before), count, before == 0);
      n += (int) (i / count);
      if (n < 0 || n > Character.MAX_CODE_POINT) {
        throw new NoAddress("\"" + code + "\" is no Punycode");
      }
      int place = out.offsetByCodePoints(0, (int) (i % count));
      out.insert(place, Character.toChars(n));
      i = i % count + 1;
    }
    return out.toString();
  }

  private static int value(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }
}
