package io.crowdbench.agent.address;

import java.util.ArrayList;
import java.util.List;

/// Reads hosts: names, and IP addresses in all their forms. URL standard, 3.5.
final class Hosts {

  private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

  private Hosts() {}

  static String host(String text) {
    if (text.startsWith("[")) {
      return inBrackets(text);
    }
    var name = DomainNames.ascii(PercentCode.decoded(text));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c == '%' || c == 0x7f || FORBIDDEN.indexOf(c) >= 0) {
        throw new NoAddress("a host has no %s in its name".formatted(shown(c)));
      }
    }
    return endsInANumber(name) ? ipv4(name) : name;
  }

  private static String shown(char c) {
    return c == ' ' ? "space" : c < ' ' || c == 0x7f ? "control character" : "\"" + c + "\"";
  }

  /// For schemes other than those of the web.
  static String opaque(String text) {
    if (text.startsWith("[")) {
      return inBrackets(text);
    }
    if (text.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
      throw new NoAddress("\"" + text + "\" is no host");
    }
    return PercentCode.encoded(text, PercentCode.IN_HOST);
  }

  private static String inBrackets(String text) {
    if (!text.endsWith("]")) {
      throw new NoAddress("\"" + text + "\" has no closing bracket");
    }
    return "[" + Ipv6.of(text.substring(1, text.length() - 1)) + "]";
  }

  private static List<String> parts(String name) {
    var parts = new ArrayList<>(List.of(name.split("\\.", -1)));
    if (parts.size() > 1 && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return parts;
  }

  private static boolean endsInANumber(String name) {
    var last = parts(name).getLast();
    return last.matches("[0-9]+|0[xX][0-9a-fA-F]*");
  }

  private static String ipv4(String name) {
    var parts = parts(name);
    if (parts.size() > 4) {
      throw new NoAddress("an IP address has four parts, and " + name + " has more");
    }
    long all = 0;
    for (int i = 0; i < parts.size(); i++) {
      long number = number(parts.get(i), name);
      boolean last = i == parts.size() - 1;
      if (number >= (last ? 1L << 8 * (5 - parts.size()) : 256)) {
        throw new NoAddress("a part of the IP address " + name + " is too great");
      }
      all += last ? number : number << 8 * (3 - i);
    }
    return "%d.%d.%d.%d".formatted(all >> 24, all >> 16 & 255, all >> 8 & 255, all & 255);
  }

  private static long number(String part, String name) {
    boolean hex = part.matches("0[xX].*");
    boolean octal = !hex && part.length() > 1 && part.startsWith("0");
    var digits = part.substring(hex ? 2 : octal ? 1 : 0).replaceFirst("^0+(?=.)", "");
    if (part.isEmpty() || !digits.matches(hex ? "[0-9a-fA-F]*" : octal ? "[0-7]*" : "[0-9]*")) {
      throw new NoAddress("\"" + part + "\" is no part of an IP address, as " + name + " must be");
    }
    if (digits.isEmpty()) {
      return 0;
    }
    return digits.length() > 12
        ? Long.MAX_VALUE
        : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10);
  }
}
