package io.crowdbench.agent.measure;

import io.crowdbench.agent.capture.Captures;
import io.crowdbench.agent.capture.Redaction;
import io.crowdbench.messages.sample.ErrorCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Counts errors by kind. A million messages that differ only in an id take the room of one.
public final class Errors {

  /// As many kinds of errors are told apart in one second; more are counted as other errors.
  static final int MAX_GROUPS = 100;

  private static final int MAX_MESSAGE = 2_000;
  private static final String OTHER = "other errors";

  /// What differs between errors that are the same: UUIDs, long hexadecimal numbers, and numbers,
  /// but for status codes, since a 404 is no 503.
  private static final Pattern VARIABLE =
      Pattern.compile(
          "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\b[0-9a-fA-F]{12,}\\b"
              + "|(?<!(status|got) )(?<!\\d)\\d+");

  private final Captures captures = new Captures();
  private Map<Group, Entry> groups = new LinkedHashMap<>();
  private long overflow;

  private record Group(String action, String operation, String fingerprint) {}

  private record Entry(String message, long count) {}

  /// @param place where in the user's code it came up, such as ` at Buy.java:23`; empty where that
  ///   is not known
  /// @return the fingerprint of its group
  public String add(String action, String operation, String message, String place) {
    var fingerprint = fingerprint(message) + place;
    add(new Group(action, operation, fingerprint), message + place);
    return fingerprint;
  }

  private synchronized void add(Group group, String message) {
    var known = groups.get(group);
    if (known != null) {
      groups.put(group, new Entry(known.message, known.count + 1));
    } else if (groups.size() < MAX_GROUPS) {
      groups.put(group, new Entry(cut(message), 1));
    } else {
      overflow++;
    }
  }

  /// Examples of them, in full.
  public Captures captures() {
    return captures;
  }

  /// What was counted since the last call.
  public synchronized Taken take() {
    var taken = groups;
    var others = overflow;
    groups = new LinkedHashMap<>();
    overflow = 0;
    var counts =
        new ArrayList<>(
            taken.entrySet().stream().map(e -> count(e.getKey(), e.getValue())).toList());
    if (others > 0) {
      counts.add(new ErrorCount("", "", OTHER, OTHER, others));
    }
    return new Taken(counts, others);
  }

  /// @param ungrouped how many of them were counted under other errors
  public record Taken(List<ErrorCount> errors, long ungrouped) {}

  private static ErrorCount count(Group group, Entry entry) {
    // What leaves here must be free of secrets; done once per group, since it takes its time.
    return new ErrorCount(
        group.action,
        group.operation,
        Redaction.text(group.fingerprint),
        Redaction.text(entry.message),
        entry.count);
  }

  static String fingerprint(String message) {
    return cut(VARIABLE.matcher(message).replaceAll("#"));
  }

  private static String cut(String message) {
    return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
  }
}
