package io.crowdbench.agent.operation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Regular expressions of actions, compiled once: all users use the same few.
final class Patterns {

  private static final int MAX_KEPT = 1_000;

  private static final Map<String, Pattern> kept = new ConcurrentHashMap<>();

  private Patterns() {}

  static Pattern of(String regex) {
    var known = kept.get(regex);
    if (known != null) {
      return known;
    }
    var compiled = Pattern.compile(regex);
    if (kept.size() < MAX_KEPT) {
      kept.put(regex, compiled);
    }
    return compiled;
  }
}
