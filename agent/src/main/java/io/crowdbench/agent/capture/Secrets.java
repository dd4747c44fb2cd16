package io.crowdbench.agent.capture;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Values that were found to be secrets, so that they can be taken out wherever else they show:
/// where an answer repeats what it was sent, within JSON in JSON, in a line that was logged.
///
/// Not shared.
public final class Secrets {

  /// Shorter ones are taken out where they stand alone, and the shortest nowhere: there would be
  /// little left to read.
  static final int MIN = 3;

  private static final int MIN_ANYWHERE = 6;

  /// Of a text no more is searched.
  private static final int MAX_SEARCHED = 200_000;

  private static final Set<String> NO_SECRETS =
      Set.of("true", "false", "null", "undefined", Redaction.REDACTED);

  private static final Pattern COOKIE_VALUE = Pattern.compile("[^=;,\\s]+=([^;\\s]{8,})");

  private final Set<String> values = new LinkedHashSet<>();

  /// @param known what is known to be secret from the beginning
  public Secrets(Collection<String> known) {
    known.forEach(this::add);
  }

  public Set<String> values() {
    return values;
  }

  /// A value that is known to be one.
  public void add(String value) {
    var bare = value.strip();
    if (bare.length() >= MIN && !NO_SECRETS.contains(bare)) {
      values.add(bare);
    }
  }

  /// Finds the secrets in a header field.
  public void learnHeader(String name, String value) {
    if (name.equalsIgnoreCase("Cookie") || name.equalsIgnoreCase("Set-Cookie")) {
      var pairs =
          COOKIE_VALUE.matcher(name.equalsIgnoreCase("Cookie") ? value : value.split(";", 2)[0]);
      while (pairs.find()) {
        add(pairs.group(1));
      }
    } else if (Redaction.isSecretHeader(name)) {
      login(value.substring(value.indexOf(' ') + 1));
    } else {
      learn(value);
    }
  }

  /// What stands behind the word for the kind of login, which may be a name and password in Base64.
  private void login(String value) {
    add(value);
    try {
      var both = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
      add(both.substring(both.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      // It is no Base64, and so just what it is.
      return;
    }
  }

  /// Finds the secrets in an address or a body, also in JSON that is a text within JSON.
  public void learn(String text) {
    var searched = text.length() <= MAX_SEARCHED ? text : text.substring(0, MAX_SEARCHED);
    for (int depth = 0; depth < 3; depth++) {
      Redaction.find(searched, this::found);
      var within = searched.replace("\\\"", "\"").replace("\\\\", "\\");
      if (within.equals(searched)) {
        return;
      }
      searched = within;
    }
  }

  private void found(Redaction.Notation notation, String value) {
    switch (notation) {
      case PAIR -> {
        add(value);
        add(decoded(value));
      }
      case JSON -> add(unescaped(value));
      case MARKUP -> add(Parser.unescapeEntities(withoutQuotes(value), true));
      case LOGIN -> add(decoded(value.substring(value.indexOf(':') + 1)));
      case BEARER -> login(value);
      case PLAIN -> add(value);
    }
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  private static String withoutQuotes(String value) {
    boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static String unescaped(String value) {
    var bare = value.startsWith("\"") ? value.substring(1) : value;
    var whole = bare.endsWith("\"") ? bare.substring(0, bare.length() - 1) : bare;
    return whole.replace("\\\"", "\"").replace("\\/", "/").replace("\\\\", "\\");
  }

  /// The text without all that is secret in it.
  public String hide(String text) {
    var hidden = text;
    for (var form : forms()) {
      if (form.length() >= MIN_ANYWHERE) {
        hidden = hidden.replace(form, Redaction.REDACTED);
      } else if (hidden.contains(form)) {
        var alone = Pattern.compile("(?<![\\w%])" + Pattern.quote(form) + "(?!\\w)");
        hidden = alone.matcher(hidden).replaceAll(Redaction.REDACTED);
      }
    }
    return Redaction.text(hidden);
  }

  /// As they may be written, the longest first.
  private List<String> forms() {
    var all = new LinkedHashSet<String>();
    for (var value : values) {
      var json = value.replace("\\", "\\\\").replace("\"", "\\\"");
      var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
      all.add(value);
      all.add(json);
      all.add(json.replace("/", "\\/"));
      all.add(json.replace("\\", "\\\\").replace("\"", "\\\""));
      all.add(encoded);
      all.add(encoded.replace("+", "%20"));
      all.add(
          value
              .replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;"));
    }
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    return sorted;
  }
}
