package io.crowdbench.agent.address;

import java.io.ByteArrayOutputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Encodes and decodes `%20` and the like. URL standard, 1.3.
final class PercentCode {

  /// Of printable ASCII what is encoded in each part of an address; controls and all beyond are
  /// everywhere.
  static final String IN_FRAGMENT = " \"<>`";

  static final String IN_QUERY = " \"#<>";
  static final String IN_QUERY_OF_THE_WEB = IN_QUERY + "'";
  static final String IN_PATH = IN_QUERY + "?^`{}";
  static final String IN_LOGIN = IN_PATH + "/:;=@[\\]|";
  static final String IN_HOST = "";

  private static final String DIGITS = "0123456789ABCDEF";

  private PercentCode() {}

  static String encoded(String text, String which) {
    return encoded(text, which, StandardCharsets.UTF_8);
  }

  /// What the charset does not have becomes a reference, as in a form.
  static String encoded(String text, String which, Charset charset) {
    if (isClean(text, which)) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0, size; i < text.length(); i += size) {
      int c = text.codePointAt(i);
      size = Character.charCount(c);
      if (isClean(c, which)) {
        out.append((char) c);
      } else {
        add(out, text.substring(i, i + size), c, charset);
      }
    }
    return out.toString();
  }

  private static boolean isClean(String text, String which) {
    for (int i = 0; i < text.length(); i++) {
      if (!isClean(text.charAt(i), which)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClean(int c, String which) {
    return c >= ' ' && c <= '~' && which.indexOf(c) < 0;
  }

  private static void add(StringBuilder out, String text, int c, Charset charset) {
    try {
      // Half a pair of characters becomes the sign for what can't be read.
      var whole = c >= 0xD800 && c <= 0xDFFF ? "\uFFFD" : text;
      var bytes =
          charset
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(whole));
      while (bytes.hasRemaining()) {
        add(out, bytes.get() & 0xff);
      }
    } catch (CharacterCodingException e) {
      out.append("%26%23").append(c).append("%3B");
    }
  }

  private static void add(StringBuilder out, int octet) {
    out.append('%').append(DIGITS.charAt(octet >> 4)).append(DIGITS.charAt(octet & 15));
  }

  /// Bytes that are no UTF-8 become the sign for that.
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? digit(bytes[i + 1]) : -1;
      int low = high < 0 ? -1 : digit(bytes[i + 2]);
      out.write(low < 0 ? bytes[i] : high << 4 | low);
      i += low < 0 ? 0 : 2;
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int digit(byte c) {
    return Character.digit(c, 16);
  }
}
