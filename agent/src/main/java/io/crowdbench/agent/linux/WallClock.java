package io.crowdbench.agent.linux;

import java.time.Clock;

/// Tells what `System.nanoTime` was at a time of the wall clock that has just been. Not shared.
final class WallClock {

  private static final long SECOND = 1_000_000_000;

  /// Both clocks run at the same pace, but somebody may set the wall clock.
  private static final long LOOK_EVERY = SECOND / 10;

  /// What is further back is looked at again, in case the clock was set since.
  private static final long DOUBTFUL = SECOND / 100;

  /// But not again at once: where very many answers wait to be read, all of them are that old.
  private static final long LOOK_AGAIN_AFTER = SECOND / 1_000;

  private static final int LOOKS = 3;

  private final Clock clock = Clock.systemUTC();
  private long ahead;
  private long lastLook = System.nanoTime() - LOOK_EVERY;

  /// @return not after now
  long nanoTime(long seconds, long nanos) {
    var now = System.nanoTime();
    var wall = seconds * SECOND + nanos;
    if (now - lastLook >= LOOK_EVERY) {
      look();
    }
    var ago = now - (wall - ahead);
    if ((ago < 0 || ago > DOUBTFUL) && now - lastLook >= LOOK_AGAIN_AFTER) {
      look();
      ago = now - (wall - ahead);
    }
    return now - Math.max(0, ago);
  }

  /// Of several looks the one with the least in between is the most exact.
  private void look() {
    var least = Long.MAX_VALUE;
    for (int i = 0; i < LOOKS; i++) {
      var before = System.nanoTime();
      var instant = clock.instant();
      var took = System.nanoTime() - before;
      if (took < least) {
        least = took;
        ahead = instant.getEpochSecond() * SECOND + instant.getNano() - (before + took / 2);
      }
    }
    lastLook = System.nanoTime();
  }
}
