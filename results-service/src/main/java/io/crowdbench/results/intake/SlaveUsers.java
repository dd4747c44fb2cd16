package io.crowdbench.results.intake;

import io.crowdbench.results.store.Measurements.UserCount;
import java.util.HashMap;
import java.util.Map;

/// The users of one slave in one second. Users are a level, not a count: of two records of one
/// second the later one holds, so that what is added to the second is the difference.
final class SlaveUsers {

  private static final UserCount NONE = new UserCount(0, 0);

  private final Map<Integer, Level> levels = new HashMap<>();

  private boolean present;

  /// True if no record of the slave's was in the second before.
  boolean setPresent() {
    boolean isFirst = !present;
    present = true;
    return isFirst;
  }

  private record Level(long epoch, long sequence, UserCount count) {

    boolean isBefore(long otherEpoch, long otherSequence) {
      return epoch < otherEpoch || (epoch == otherEpoch && sequence < otherSequence);
    }
  }

  /// Returns what is to be added for the users that a record tells of.
  UserCount add(int action, long epoch, long sequence, UserCount count) {
    var known = levels.get(action);
    if (known != null && !known.isBefore(epoch, sequence)) {
      return NONE;
    }
    levels.put(action, new Level(epoch, sequence, count));
    var before = known == null ? NONE : known.count();
    return new UserCount(count.active() - before.active(), count.inFlight() - before.inFlight());
  }
}
