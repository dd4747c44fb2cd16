package io.crowdbench.runs.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Up to which instant of the broker's clock everything that agents published has been handled
/// here. Nobody is judged by what is not read: after that instant nothing is known.
///
/// It stands still while the broker is away, while the database is (what fails is not committed),
/// and while a backlog is worked off.
@Component
class ReadProgress {

  /// Looks further apart than that mean that we, or the broker, were away in between.
  private static final Duration GAP = Duration.ofSeconds(3);

  /// The end of the topic at instants that were not read up to yet, oldest first.
  private final ArrayDeque<Mark> marks = new ArrayDeque<>();

  private @Nullable Instant lastLook;
  private volatile @Nullable Instant readUpTo;
  private volatile Instant since = Instant.MAX;

  private record Mark(Instant at, long end) {}

  /// One thread.
  ///
  /// @param now the broker's time just before the topic was found to end there
  /// @param end offset of the next record to come
  /// @param committed offset up to which records have been handled
  void looked(Instant now, long end, long committed) {
    if (lastLook == null || Duration.between(lastLook, now).compareTo(GAP) > 0) {
      since = now;
      marks.clear();
    }
    lastLook = now;
    marks.add(new Mark(now, end));
    while (!marks.isEmpty() && marks.getFirst().end() <= committed) {
      readUpTo = marks.removeFirst().at();
    }
  }

  /// Null before anything was read.
  @Nullable Instant readUpTo() {
    return readUpTo;
  }

  /// Since when broker and service have been there together without a break; in the far future
  /// before they were.
  Instant since() {
    return since;
  }
}
