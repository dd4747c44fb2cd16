package io.crowdbench.agent.capture;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of requests and answers what looks like a secret, before anybody else sees them.
///
/// It goes by names, in headers, addresses, forms, JSON and XML: a value is no secret to look at,
/// but for numbers of bank cards. So a secret under a harmless name stays; and what is taken out
/// once is gone for everybody.
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

  /// How a secret's name and value stand together.
  enum Notation {
    PAIR,
    JSON,
    MARKUP,
    LOGIN,
    BEARER,
    PLAIN
  }

  /// @param pattern its first group stays, its second is the secret
  /// @param quoted whether what stands for it is in quotes
  private record Rule(Notation notation, Pattern pattern, boolean quoted) {

    static Rule of(Notation notation, String regex) {
      return new Rule(notation, Pattern.compile("(?iu)" + regex), false);
    }

    static Rule quoted(Notation notation, String regex) {
      return new Rule(notation, Pattern.compile("(?iu)" + regex), true);
    }

    String applied(String text) {
      return pattern.matcher(text).replaceAll(quoted ? "$1\"" + REDACTED + "\"" : "$1" + REDACTED);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          // `user:password@` before a host.
          Rule.of(Notation.LOGIN, "(://)([^/@\\s]+)(?=@)"),
          // The part of a multipart body that is a field of that name, whatever its other headers.
          Rule.of(
              Notation.PLAIN,
              "(name=\"?"
                  + SecretNames.ANY
                  + "\"?(?:;[^\\r\\n]*+)?\\r?\\n(?:[^\\r\\n]++\\r?\\n){0,5}\\r?\\n)((?s:.*?)(?=\\r?\\n--|\\z))"),
          // `"name": value` in JSON, a text, number or word.
          Rule.quoted(
              Notation.JSON,
              "(\""
                  + SecretNames.ANY
                  + "\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^\\s,}\\]\"\\[{]+)"),
          // The same where JSON is a text within JSON, so that quotes have backslashes.
          Rule.of(
              Notation.JSON,
              "((\\\\+\")" + SecretNames.ANY + "\\2\\s*:\\s*\\2)((?:(?!\\2)[^\\n])++)"),
          Rule.of(
              Notation.JSON,
              "((\\\\+\")" + SecretNames.ANY + "\\2\\s*:\\s*)([^\\s,}\\]\"\\\\\\[{(]+)"),
          // The value of a field of that name in an HTML form, on either side of the name.
          Rule.quoted(
              Notation.MARKUP,
              "(<input[^>]*name=[\"']?"
                  + SecretNames.ANY
                  + "[\"']?[^>]*value=)(\"[^\"]*\"|'[^']*'|[^\\s>]+)"),
          Rule.quoted(
              Notation.MARKUP,
              "(<input[^>]*value=)(\"[^\"]*\"|'[^']*'|[^\\s>]+)(?=[^>]*name=[\"']?"
                  + SecretNames.ANY
                  + "[\"']?)"),
          // `<name>value</name>` in XML.
          Rule.of(Notation.MARKUP, "(<" + SecretNames.ANY + "(?:\\s[^>]*)?>)([^<]+)"),
          // `name=value` in an address or a form, up to the next pair.
          Rule.of(Notation.PAIR, "((?:^|[?&;\\s\"'])" + SecretNames.ANY + "=)([^&;\\s\"'<>#]+)"),
          Rule.of(Notation.BEARER, "(\\b(?:bearer|basic)\\s+)([A-Za-z0-9._~+/=-]{8,})"));

  /// Fourteen to nineteen digits, perhaps in groups.
  private static final Pattern CARD =
      Pattern.compile("(?<![\\w.-])[2-6](?:[ -]?\\d){13,18}(?![\\w-])");

  private Redaction() {}

  static boolean isSecretHeader(String name) {
    return SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)) || SecretNames.has(name);
  }

  /// A header field as `Name: value`.
  public static String header(String name, String value) {
    return name + ": " + (isSecretHeader(name) ? REDACTED : text(value));
  }

  /// An address, a body, a message: anything that may have pairs of names and values in it.
  public static String text(String text) {
    var without = text;
    for (var rule : RULES) {
      without = rule.applied(without);
    }
    return CARD.matcher(without)
        .replaceAll(
            found -> isCard(found.group()) ? REDACTED : Matcher.quoteReplacement(found.group()));
  }

  /// Finds the secrets themselves.
  static void find(String text, BiConsumer<Notation, String> found) {
    for (var rule : RULES) {
      var matcher = rule.pattern.matcher(text);
      while (matcher.find()) {
        found.accept(rule.notation, matcher.group(matcher.groupCount()));
      }
    }
    var cards = CARD.matcher(text);
    while (cards.find()) {
      if (isCard(cards.group())) {
        found.accept(Notation.PLAIN, cards.group());
      }
    }
  }

  /// The sum of a card's digits, every other one doubled, ends in 0 (Luhn, ISO/IEC 7812).
  private static boolean isCard(String number) {
    int sum = 0;
    boolean doubled = false;
    for (int i = number.length() - 1; i >= 0; i--) {
      int digit = Character.digit(number.charAt(i), 10);
      if (digit >= 0) {
        int value = doubled ? digit * 2 : digit;
        sum += value > 9 ? value - 9 : value;
        doubled = !doubled;
      }
    }
    return sum % 10 == 0;
  }
}
