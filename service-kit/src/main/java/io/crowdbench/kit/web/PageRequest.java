package io.crowdbench.kit.web;

import io.crowdbench.kit.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which part of a long list is asked for: `?after=…&limit=…`.
///
/// @param after the entry that the part follows on, as the `Link` of the part before names it; null
///   for the beginning
/// @param limit how many entries at most
public record PageRequest(@Nullable String after, int limit) {

  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 1_000;

  /// Reads the parameters as they were sent.
  ///
  /// @param others what was found wrong with the list's other parameters
  /// @throws Refused with these and all problems of its own
  public static PageRequest of(
      @Nullable String after, @Nullable String limit, List<String> others) {
    var problems = new ArrayList<>(others);
    var count = limit == null ? DEFAULT_LIMIT : count(limit);
    if (count < 1 || count > MAX_LIMIT) {
      problems.add(
          "The limit is \"%s\". It must be a number from 1 to %,d.".formatted(limit, MAX_LIMIT));
    }
    if (!problems.isEmpty()) {
      throw Refused.badParameters(problems);
    }
    return new PageRequest(after, count);
  }

  private static int count(String limit) {
    try {
      return Integer.parseInt(limit);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
