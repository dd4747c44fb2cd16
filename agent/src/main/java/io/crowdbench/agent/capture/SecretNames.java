package io.crowdbench.agent.capture;

import java.util.regex.Pattern;

/// Names under which people keep secrets: of header fields, parameters, fields of forms and JSON,
/// and columns.
public final class SecretNames {

  private static final String AROUND = "[\\w.\\-\\[\\]$]{0,40}";

  /// A name that is a secret's, in any case of letters; for use within expressions. Also in the
  /// languages that most sites are written in, and `pin` where it is a word of its own.
  static final String ANY =
      AROUND
          + "(?:passw(?:or)?d|passphrase|passwd|pwd|passcode|secret|token|api[_-]?key|access[_-]?key"
          + "|private[_-]?key|credential|session[_-]?id|sessid|jsessionid|otp|cvv|cvc|iban"
          + "|card[_-]?num|card[_-]?no(?![a-z])|authorization|signature"
          // German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Polish, Turkish
          + "|passwort|kennwort|geheimnis|mot[_-]?de[_-]?passe|contrase(?:ñ|n|%C3%B1|\\\\u00f1)a"
          + "|palabra[_-]?clave|senha|parola(?:[_-]?d[_-]?ordine)?|wachtwoord|l(?:ö|o|%C3%B6)senord"
          + "|adgangskode|has(?:ł|l|%C5%82)o|(?:ş|s)ifre"
          + "|пароль|密码|密碼|パスワード|비밀번호"
          + "|(?<![a-zA-Z])pin(?![a-z])|(?<![a-zA-Z])pin[_-]?code|(?-i:(?<=[a-z])P(?:in|IN)(?![a-z])))"
          + AROUND;

  private static final Pattern WHOLE = Pattern.compile("(?iu)" + ANY);

  private SecretNames() {}

  public static boolean has(String name) {
    return WHOLE.matcher(name).matches();
  }
}
