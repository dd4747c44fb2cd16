package io.crowdbench.agent.css;

import java.util.List;
import java.util.Locale;

/// A component value: a token, or a function or block with what is in it (CSS Syntax Module Level
/// 3, section 5).
///
/// @param text a name, string, address or delimiter without escapes; of a dimension its unit in
///   lower case; of a block its opening bracket
/// @param number of numbers, percentages and dimensions; of a hash 1 if it can be an id
/// @param inside of functions and blocks
/// @param start where it begins in the text
/// @param end where it ends, exclusive
record Part(Kind kind, String text, double number, List<Part> inside, int start, int end) {

  enum Kind {
    NAME,
    FUNCTION,
    AT,
    HASH,
    STRING,
    URL,
    NUMBER,
    PERCENTAGE,
    DIMENSION,
    DELIMITER,
    SPACE,
    BLOCK,
    BAD
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isSpace() {
    return kind == Kind.SPACE;
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equalsIgnoreCase(name);
  }

  boolean isDelimiter(String delimiter) {
    return kind == Kind.DELIMITER && text.equals(delimiter);
  }

  boolean isFunction(String name) {
    return kind == Kind.FUNCTION && text.equalsIgnoreCase(name);
  }

  boolean isBlock(String bracket) {
    return kind == Kind.BLOCK && text.equals(bracket);
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  /// The address that it names, as `url(a)`, `url("a")` or `src("a")`; empty where it names none.
  String address() {
    if (kind == Kind.URL) {
      return text;
    }
    if (isFunction("url") || isFunction("src")) {
      for (var part : inside) {
        if (part.is(Kind.STRING)) {
          return part.text;
        }
      }
    }
    return "";
  }

  /// True if it is an address, even an empty one.
  boolean isAddress() {
    return kind == Kind.URL || isFunction("url") || isFunction("src");
  }
}
