package io.crowdbench.agent.capture;

import io.crowdbench.messages.debuglog.CapturedFailure.CapturedAnswer;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedRequest;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Failed operations in full, on their way out. However many fail, only the first few of each group
/// of errors are kept, and only so many in all: memory stays the same.
public final class Captures {

  static final int MAX_PER_GROUP = 3;
  static final int MAX = 300;
  private static final int MAX_SECRETS = 1_000;

  private final Map<Group, Integer> kept = new HashMap<>();
  private final List<Captured> waiting = new ArrayList<>();
  private int count;

  /// What was secret in those kept so far.
  private final Set<String> secrets = new HashSet<>();

  private record Group(String action, String operation, String fingerprint) {}

  /// A failed operation.
  ///
  /// @param answer absent when none came
  public record Captured(
      String action,
      String operation,
      String user,
      String fingerprint,
      String problem,
      CapturedRequest request,
      @Nullable CapturedAnswer answer,
      CapturedTimes times) {}

  /// Keeps it if its group still has room.
  ///
  /// @param what made only then: it costs
  public void offer(String action, String operation, String fingerprint, Supplier<Captured> what) {
    if (take(new Group(action, operation, fingerprint))) {
      var made = what.get();
      synchronized (this) {
        waiting.add(made);
      }
    }
  }

  /// From now on these values are hidden in lines that are logged, too.
  public synchronized void remember(Set<String> values) {
    if (secrets.size() < MAX_SECRETS) {
      secrets.addAll(values);
    }
  }

  /// What was remembered.
  public synchronized Set<String> secrets() {
    return Set.copyOf(secrets);
  }

  private synchronized boolean take(Group group) {
    if (count == MAX || kept.getOrDefault(group, 0) == MAX_PER_GROUP) {
      return false;
    }
    kept.merge(group, 1, Integer::sum);
    count++;
    return true;
  }

  /// What was kept since the last call, oldest first.
  public synchronized List<Captured> take() {
    var taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }
}
