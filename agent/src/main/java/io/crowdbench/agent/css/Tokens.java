package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a text as component values (CSS Syntax Module Level 3, sections 4 and 5), which any text
/// can be.
final class Tokens {

  /// Blocks deeper than this are taken for wrong: nobody writes them, and each costs stack.
  private static final int MAX_DEPTH = 100;

  private static final char END = '\uffff';

  private final String css;
  private int at;

  private Tokens(String css) {
    this.css = css;
  }

  static List<Part> of(String css) {
    // A mark of the byte order is not part of the text.
    return new Tokens(css.startsWith("\ufeff") ? css.substring(1) : css).list(END, 0);
  }

  private List<Part> list(char closing, int depth) {
    var parts = new ArrayList<Part>();
    while (at < css.length()) {
      if (peek(0) == closing) {
        at++;
        return parts;
      }
      int start = at;
      comments();
      if (at == start) {
        parts.add(next(depth));
      }
    }
    return parts;
  }

  private void comments() {
    while (css.startsWith("/*", at)) {
      int end = css.indexOf("*/", at + 2);
      at = end < 0 ? css.length() : end + 2;
    }
  }

  private Part next(int depth) {
    int start = at;
    char c = peek(0);
    if (isSpace(c)) {
      while (isSpace(peek(0))) {
        at++;
      }
      return part(Kind.SPACE, " ", start);
    }
    if (c == '"' || c == '\'') {
      return string(c);
    }
    if (startsNumber()) {
      return number();
    }
    if (startsName(0)) {
      return named(depth);
    }
    at++;
    switch (c) {
      case '#' -> {
        if (isNamePart(peek(0)) || isEscape(0)) {
          int isName = startsName(0) ? 1 : 0;
          return new Part(Kind.HASH, name(), isName, List.of(), start, at);
        }
      }
      case '@' -> {
        if (startsName(0)) {
          return part(Kind.AT, name(), start);
        }
      }
      case '(', '[', '{' -> {
        return depth < MAX_DEPTH
            ? inside(Kind.BLOCK, String.valueOf(c), closing(c), start, depth)
            : part(Kind.BAD, String.valueOf(c), start);
      }
      case '<' -> {
        if (css.startsWith("!--", at)) {
          at += 3;
          return part(Kind.DELIMITER, "<!--", start);
        }
      }
      case '-' -> {
        if (css.startsWith("->", at)) {
          at += 2;
          return part(Kind.DELIMITER, "-->", start);
        }
      }
      default -> {}
    }
    return part(Kind.DELIMITER, String.valueOf(c), start);
  }

  private Part inside(Kind kind, String text, char closing, int start, int depth) {
    var inside = list(closing, depth + 1);
    return new Part(kind, text, 0, inside, start, at);
  }

  private static char closing(char opening) {
    return opening == '(' ? ')' : opening == '[' ? ']' : '}';
  }

  private Part named(int depth) {
    int start = at;
    var name = name();
    if (peek(0) != '(') {
      return part(Kind.NAME, name, start);
    }
    at++;
    if (name.equalsIgnoreCase("url")) {
      int first = at;
      while (isSpace(peek(0))) {
        at++;
      }
      if (peek(0) != '"' && peek(0) != '\'') {
        return url(start);
      }
      at = first;
    }
    return depth < MAX_DEPTH
        ? inside(Kind.FUNCTION, name, ')', start, depth)
        : part(Kind.BAD, name, start);
  }

  /// An address without quotes.
  private Part url(int start) {
    var text = new StringBuilder();
    while (at < css.length()) {
      char c = peek(0);
      if (c == ')') {
        break;
      }
      if (isSpace(c)) {
        while (isSpace(peek(0))) {
          at++;
        }
        if (at < css.length() && peek(0) != ')') {
          return badUrl(start);
        }
      } else if (c == '\\' && isEscape(0)) {
        escape(text);
      } else if (c == '"' || c == '\'' || c == '(' || c == '\\' || c < ' ') {
        return badUrl(start);
      } else {
        text.append(c);
        at++;
      }
    }
    at = Math.min(at + 1, css.length());
    return part(Kind.URL, text.toString(), start);
  }

  private Part badUrl(int start) {
    while (at < css.length() && peek(0) != ')') {
      at += isEscape(0) ? 2 : 1;
    }
    at = Math.min(at + 1, css.length());
    return part(Kind.BAD, "", start);
  }

  private Part string(char quote) {
    int start = at++;
    var text = new StringBuilder();
    while (at < css.length()) {
      char c = peek(0);
      if (c == quote) {
        at++;
        return part(Kind.STRING, text.toString(), start);
      }
      if (c == '\n' || c == '\r' || c == '\f') {
        return part(Kind.BAD, "", start);
      }
      if (c != '\\') {
        text.append(c);
        at++;
      } else if (isEscape(0)) {
        escape(text);
      } else {
        // The string goes on in the next line.
        at += css.startsWith("\r\n", at + 1) ? 3 : 2;
      }
    }
    at = css.length();
    return part(Kind.STRING, text.toString(), start);
  }

  private Part number() {
    int start = at;
    if (peek(0) == '+' || peek(0) == '-') {
      at++;
    }
    digits();
    if (peek(0) == '.' && isDigit(peek(1))) {
      at++;
      digits();
    }
    int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
    if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(sign))) {
      at += sign;
      digits();
    }
    double value = Double.parseDouble(css.substring(start, at));
    if (peek(0) == '%') {
      at++;
      return new Part(Kind.PERCENTAGE, "%", value, List.of(), start, at);
    }
    if (startsName(0)) {
      var unit = name().toLowerCase(Locale.ROOT);
      return new Part(Kind.DIMENSION, unit, value, List.of(), start, at);
    }
    return new Part(Kind.NUMBER, "", value, List.of(), start, at);
  }

  private void digits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  private boolean startsNumber() {
    int sign = peek(0) == '+' || peek(0) == '-' ? 1 : 0;
    return isDigit(peek(sign)) || (peek(sign) == '.' && isDigit(peek(sign + 1)));
  }

  private boolean startsName(int ahead) {
    char c = peek(ahead);
    if (c == '-') {
      char second = peek(ahead + 1);
      return isNameStart(second) || second == '-' || isEscape(ahead + 1);
    }
    return isNameStart(c) || isEscape(ahead);
  }

  private String name() {
    int start = at;
    while (isNamePart(peek(0))) {
      at++;
    }
    if (!isEscape(0)) {
      return css.substring(start, at);
    }
    var text = new StringBuilder(css.substring(start, at));
    while (true) {
      if (isNamePart(peek(0))) {
        text.append(peek(0));
        at++;
      } else if (isEscape(0)) {
        escape(text);
      } else {
        return text.toString();
      }
    }
  }

  private boolean isEscape(int ahead) {
    char next = peek(ahead + 1);
    return peek(ahead) == '\\'
        && at + ahead + 1 < css.length()
        && next != '\n'
        && next != '\r'
        && next != '\f';
  }

  private void escape(StringBuilder text) {
    at++;
    int value = 0;
    int digits = 0;
    while (digits < 6 && Character.digit(peek(0), 16) >= 0) {
      value = value * 16 + Character.digit(peek(0), 16);
      digits++;
      at++;
    }
    if (digits == 0) {
      text.appendCodePoint(css.codePointAt(at));
      at += Character.charCount(css.codePointAt(at));
      return;
    }
    if (isSpace(peek(0))) {
      at += css.startsWith("\r\n", at) ? 2 : 1;
    }
    boolean good =
        value > 0 && value <= Character.MAX_CODE_POINT && (value < 0xd800 || value > 0xdfff);
    text.appendCodePoint(good ? value : 0xfffd);
  }

  private char peek(int ahead) {
    return at + ahead < css.length() ? css.charAt(at + ahead) : END;
  }

  private Part part(Kind kind, String text, int start) {
    return new Part(kind, text, 0, List.of(), start, at);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0x80 && c != END);
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '-';
  }
}
