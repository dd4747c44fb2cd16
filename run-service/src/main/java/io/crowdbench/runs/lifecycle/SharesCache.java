package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.run.RunPlan;
import io.crowdbench.runs.schedule.Adjustment;
import io.crowdbench.runs.schedule.Shares;
import java.util.LinkedHashMap;
import java.util.Map;

/// The latest plans shared out: each slave of a run asks for its part of the same.
final class SharesCache {

  private static final int MAX_KEPT = 16;

  private static final Map<Key, Shares> kept =
      new LinkedHashMap<>(MAX_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Shares> eldest) {
          return size() > MAX_KEPT;
        }
      };

  private SharesCache() {}

  /// Plans are compared by identity: a plan of a thousand slaves is long, and runs stay in memory.
  private static final class Key {

    private final RunPlan plan;
    private final int userIds;
    private final Adjustment adjustment;

    Key(RunPlan plan, int userIds, Adjustment adjustment) {
      this.plan = plan;
      this.userIds = userIds;
      this.adjustment = adjustment;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && plan == key.plan
          && userIds == key.userIds
          && adjustment.equals(key.adjustment);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(plan) * 31 + userIds;
    }
  }

  static synchronized Shares of(RunPlan plan, int userIds, Adjustment adjustment) {
    return kept.computeIfAbsent(
        new Key(plan, userIds, adjustment), _ -> new Shares(plan, userIds, adjustment));
  }
}
