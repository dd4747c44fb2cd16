package io.crowdbench.agent.schedule;

import io.crowdbench.messages.agent.RunShare.ShareStep;
import java.util.HashMap;
import java.util.Map;

/// How many users repeat each action at a time of a step.
final class UserCounts {

  private UserCounts() {}

  static Map<String, Integer> at(ShareStep step, double millis) {
    if (step.ramps().isEmpty()) {
      return step.users();
    }
    var users = new HashMap<>(step.users());
    step.ramps().keySet().forEach(action -> users.put(action, at(step, action, millis)));
    return users;
  }

  private static int at(ShareStep step, String action, double millis) {
    int to = step.users().getOrDefault(action, 0);
    var ramp = step.ramps().get(action);
    if (ramp == null) {
      return to;
    }
    if (millis < ramp.firstMillis()) {
      return ramp.from();
    }
    var changes = 1 + Math.floor((millis - ramp.firstMillis()) / ramp.everyMillis());
    return (int)
        (to > ramp.from()
            ? Math.min(to, ramp.from() + changes)
            : Math.max(to, ramp.from() - changes));
  }

  /// When in the step, in milliseconds, one more comes or goes; infinite if nobody does any more.
  static double nextChange(ShareStep step, double millis) {
    var next = Double.POSITIVE_INFINITY;
    for (var entry : step.ramps().entrySet()) {
      var ramp = entry.getValue();
      int now = at(step, entry.getKey(), millis);
      if (now != step.users().getOrDefault(entry.getKey(), 0)) {
        next =
            Math.min(next, ramp.firstMillis() + Math.abs(now - ramp.from()) * ramp.everyMillis());
      }
    }
    return next;
  }

  /// Whether the step brings users beyond those that there are.
  static boolean grows(Map<String, Integer> users, ShareStep step) {
    return step.users().entrySet().stream()
        .anyMatch(e -> e.getValue() > users.getOrDefault(e.getKey(), 0));
  }
}
