package io.crowdbench.agent.http.http1;

import io.crowdbench.agent.http.HttpFailure;

/// Small texts of HTTP/1.1: numbers as the standard writes them, and lines as errors quote them.
final class HttpText {

  private HttpText() {}

  static long chunkSize(String line) throws HttpFailure {
    int end = line.indexOf(';');
    var size = (end < 0 ? line : line.substring(0, end)).strip();
    if (!isNumber(size, 16, 15)) {
      throw new HttpFailure("the chunk size \"" + shown(line) + "\" is no number");
    }
    return Long.parseLong(size, 16);
  }

  static String shown(String text) {
    var printable = text.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() > 80 ? printable.substring(0, 80) + "…" : printable;
  }

  /// True for digits of the ASCII kind and nothing else, at most so many.
  static boolean isNumber(String text, int radix, int longest) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= longest;
  }
}
