package io.crowdbench.ui.base;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers and times as people read them.
public final class Format {

  /// Stands where there is nothing to show.
  public static final String NOTHING = "–";

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

  private Format() {}

  /// 3,214
  public static String number(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }

  /// How many per second: 0.25, 4.1, 97, 1,204
  public static String rate(double perSecond) {
    var format = perSecond < 1 ? "%.2f" : perSecond < 10 ? "%.1f" : "%,.0f";
    return String.format(Locale.ENGLISH, format, perSecond);
  }

  /// Microseconds as milliseconds or seconds, in three digits: 0.412 ms, 41.2 ms, 4.12 s.
  public static String micros(long micros) {
    return micros < 1_000_000
        ? threeDigits(micros / 1_000.0) + " ms"
        : threeDigits(micros / 1_000_000.0) + " s";
  }

  private static String threeDigits(double value) {
    var format = value < 1 ? "%.3f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ENGLISH, format, value);
  }

  /// 0:41, 12:05 or 1:02:05
  public static String clock(Duration duration) {
    var seconds = Math.max(0, duration.toSeconds());
    return seconds < 3_600
        ? String.format(Locale.ENGLISH, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ENGLISH, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }

  /// A date with its time, in this machine's zone.
  public static String when(@Nullable Instant instant) {
    return instant == null ? NOTHING : CLOCK.format(instant.atZone(ZoneId.systemDefault()));
  }

  /// 0.12 as 12 %; nothing for what the system did not tell.
  public static String percent(double share) {
    return share < 0 ? NOTHING : String.format(Locale.ENGLISH, "%.0f %%", 100 * share);
  }

  /// 1 slave, 3 slaves
  public static String count(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  /// Megabytes as gigabytes, or as they are if there are few: 512 MB, 7.8 GB.
  public static String megabytes(long megabytes) {
    return megabytes < 1_024
        ? megabytes + " MB"
        : String.format(
            Locale.ENGLISH, megabytes < 102_400 ? "%.1f GB" : "%,.0f GB", megabytes / 1_024.0);
  }

  /// A word of an enum: IN_FLIGHT as "in flight".
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ENGLISH).replace('_', ' ');
  }
}
