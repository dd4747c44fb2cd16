package io.crowdbench.provisioner.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names with ranges in brackets: `10.0.0.[11-30]`, `web[01-12].lab`, `[a-c]`, `[1,3,7-9]`.
final class Ranges {

  private static final Pattern RANGE = Pattern.compile("\\[([0-9A-Za-z,-]+)]");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
  private static final Pattern LETTERS = Pattern.compile("([a-z])-([a-z])|([A-Z])-([A-Z])");

  private Ranges() {}

  /// In order; one where there is no range. Empty when there are more than [Sketch#MAX_SLAVES], or
  /// a range goes nowhere.
  static Optional<List<String>> expand(String text) {
    var range = RANGE.matcher(text);
    if (!range.find()) {
      return Optional.of(List.of(text));
    }
    var values = values(range.group(1));
    var rests = expand(text.substring(range.end()));
    if (values.isEmpty()
        || rests.isEmpty()
        || (long) values.size() * rests.get().size() > Sketch.MAX_SLAVES) {
      return Optional.empty();
    }
    var all = new ArrayList<String>();
    for (var value : values) {
      rests.get().forEach(rest -> all.add(text.substring(0, range.start()) + value + rest));
    }
    return Optional.of(all);
  }

  /// Empty when one of them goes nowhere.
  private static List<String> values(String ranges) {
    var values = new ArrayList<String>();
    for (var part : ranges.split(",", -1)) {
      var some = part(part);
      if (some.isEmpty() || values.size() + some.size() > Sketch.MAX_SLAVES) {
        return List.of();
      }
      values.addAll(some);
    }
    return values;
  }

  private static List<String> part(String part) {
    var numbers = NUMBERS.matcher(part);
    if (numbers.matches()) {
      return numbers(numbers.group(1), numbers.group(2));
    }
    if (LETTERS.matcher(part).matches()) {
      var letters = new ArrayList<String>();
      for (char each = part.charAt(0); each <= part.charAt(2); each++) {
        letters.add(String.valueOf(each));
      }
      return letters;
    }
    return part.isEmpty() || part.contains("-") ? List.of() : List.of(part);
  }

  /// As many digits as the first has: `[08-11]` is 08, 09, 10, 11.
  private static List<String> numbers(String first, String last) {
    int from = Integer.parseInt(first);
    int to = Integer.parseInt(last);
    var numbers = new ArrayList<String>();
    for (int each = from; each <= to && numbers.size() <= Sketch.MAX_SLAVES; each++) {
      var digits = String.valueOf(each);
      numbers.add("0".repeat(Math.max(0, first.length() - digits.length())) + digits);
    }
    return numbers;
  }
}
