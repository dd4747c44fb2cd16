package io.crowdbench.agent.health;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/// Estimates how far this slave's clock is from the broker's.
///
/// A record on `agent-events` gets the broker's time when it is appended, somewhere between our
/// send and its acknowledgement. So the offset is known to half that round trip (Cristian 1989),
/// and of all recent round trips the shortest one tells most.
public final class ClockEstimate {

  /// Long enough to meet a quiet moment, short enough that a drifting clock is followed.
  private static final int REMEMBERED = 120;

  /// The broker's clock counts whole milliseconds, so its time is up to one more than it says.
  private static final double TICK_MILLIS = 1.0;

  /// @param offsetMillis what must be added to our clock to get the broker's
  /// @param boundMillis how far off that is at most; negative while nothing is known
  public record Clock(double offsetMillis, double boundMillis) {

    public static final Clock UNKNOWN = new Clock(0, -1);
  }

  private final Deque<Clock> recent = new ArrayDeque<>();

  /// One round trip, all in milliseconds since 1970: ours before, the broker's, ours after.
  public synchronized void add(double before, double broker, double after) {
    var offset = broker + TICK_MILLIS / 2 - (before + after) / 2;
    recent.addLast(new Clock(offset, (after - before) / 2 + TICK_MILLIS / 2));
    if (recent.size() > REMEMBERED) {
      recent.removeFirst();
    }
  }

  public synchronized Clock best() {
    return recent.stream()
        .min(Comparator.comparingDouble(Clock::boundMillis))
        .orElse(Clock.UNKNOWN);
  }
}
