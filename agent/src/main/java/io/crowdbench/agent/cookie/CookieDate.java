package io.crowdbench.agent.cookie;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads dates of cookies in all the forms that servers write. RFC 6265bis, 5.1.1.
final class CookieDate {

  private static final Pattern DELIMITERS = Pattern.compile("[\\t -/;-@\\[-`{-~]+");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\D.*)?", Pattern.DOTALL);
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:\\D.*)?", Pattern.DOTALL);
  private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(?:\\D.*)?", Pattern.DOTALL);
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private int hour = -1;
  private int minute;
  private int second;
  private int day = -1;
  private int month = -1;
  private int year = -1;

  private CookieDate() {}

  /// In milliseconds since 1970; none if it is no date.
  static OptionalLong millis(String text) {
    var date = new CookieDate();
    for (var word : DELIMITERS.split(text)) {
      date.take(word);
    }
    return date.millis();
  }

  /// The first word that can be a part is that part, whatever the order.
  private void take(String word) {
    var time = TIME.matcher(word);
    var days = DAY.matcher(word);
    var years = YEAR.matcher(word);
    if (hour < 0 && time.matches()) {
      hour = Integer.parseInt(time.group(1));
      minute = Integer.parseInt(time.group(2));
      second = Integer.parseInt(time.group(3));
    } else if (day < 0 && days.matches()) {
      day = Integer.parseInt(days.group(1));
    } else if (month < 0 && isMonth(word)) {
      month = MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    } else if (year < 0 && years.matches()) {
      year = Integer.parseInt(years.group(1));
      year += year >= 70 && year <= 99 ? 1900 : year < 70 ? 2000 : 0;
    }
  }

  private static boolean isMonth(String word) {
    return word.length() >= 3
        && MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) % 3 == 0;
  }

  private OptionalLong millis() {
    if (year < 1601) {
      return OptionalLong.empty();
    }
    try {
      var date = LocalDateTime.of(year, month, day, hour, minute, second);
      return OptionalLong.of(date.toInstant(ZoneOffset.UTC).toEpochMilli());
    } catch (DateTimeException e) {
      // A part is missing, or there is no such day.
      return OptionalLong.empty();
    }
  }
}
