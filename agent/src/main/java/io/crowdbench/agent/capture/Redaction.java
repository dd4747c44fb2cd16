package io.crowdbench.agent.capture;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes out of requests and answers what looks like a secret, before anybody else sees them.
///
/// It goes by names, in headers, addresses, forms and JSON: a value is no secret to look at. So a
/// secret under a harmless name stays; and what is taken out once is gone for everybody.
public final class Redaction {

  public static final String REDACTED = "(redacted)";

  /// Headers whose whole value is a secret.
  private static final Set<String> SECRET_HEADERS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "set-cookie",
          "www-authenticate",
          "proxy-authenticate",
          "x-api-key",
          "x-auth-token",
          "x-csrf-token",
          "x-xsrf-token");

  private static final String SECRET_NAME =
      "[\\w.\\-\\[\\]$]{0,40}(?:passw(?:or)?d|passphrase|passwd|pwd|secret|token|api[_-]?key|access[_-]?key"
          + "|private[_-]?key|credential|session[_-]?id|sessid|jsessionid|otp|cvv|cvc|iban"
          + "|card[_-]?number|authorization|signature)[\\w.\\-\\[\\]$]{0,40}";

  /// `name=value` in an address or a form, up to the next pair.
  private static final Pattern PAIR =
      Pattern.compile("(?i)((?:^|[?&;\\s\"'])" + SECRET_NAME + "=)[^&;\\s\"'<>#]+");

  /// `"name": value` in JSON, a text, number or word.
  private static final Pattern JSON =
      Pattern.compile(
          "(?i)(\"" + SECRET_NAME + "\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^\\s,}\\]\"]+)");

  /// `<name>value</name>` in XML, and the value of a field of that name in an HTML form.
  private static final Pattern XML =
      Pattern.compile("(?i)(<" + SECRET_NAME + "(?:\\s[^>]*)?>)[^<]+");

  private static final Pattern INPUT =
      Pattern.compile(
          "(?i)(<input[^>]*name=[\"']?"
              + SECRET_NAME
              + "[\"']?[^>]*value=)(\"[^\"]*\"|'[^']*'|[^\\s>]+)");

  /// The part of a multipart body that is a field of that name.
  private static final Pattern PART =
      Pattern.compile(
          "(?is)(name=\"" + SECRET_NAME + "\"[^\\n]*\\r?\\n\\r?\\n).*?(?=\\r?\\n--|\\z)");

  /// `user:password@` before a host.
  private static final Pattern LOGIN = Pattern.compile("(://)[^/@\\s]+@");

  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");

  private Redaction() {}

  /// A header field as `Name: value`.
  public static String header(String name, String value) {
    var secret =
        SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))
            || name.matches("(?i)" + SECRET_NAME);
    return name + ": " + (secret ? REDACTED : text(value));
  }

  /// An address, a body, a message: anything that may have pairs of names and values in it.
  public static String text(String text) {
    var without = LOGIN.matcher(text).replaceAll("$1" + REDACTED + "@");
    without = PART.matcher(without).replaceAll("$1" + REDACTED);
    without = JSON.matcher(without).replaceAll("$1\"" + REDACTED + "\"");
    without = INPUT.matcher(without).replaceAll("$1\"" + REDACTED + "\"");
    without = XML.matcher(without).replaceAll("$1" + REDACTED);
    without = PAIR.matcher(without).replaceAll("$1" + REDACTED);
    return BEARER.matcher(without).replaceAll("$1 " + REDACTED);
  }
}
