package io.crowdbench.runs.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/// What time it is by the broker's clock, which is the one clock of all runs: agents know their
/// distance to it, and records bear its time.
///
/// Learnt from round trips only: a record of ours that the broker takes at an instant between its
/// sending and its acknowledgement. Records that are merely read may have lain there for long.
@Component
class BrokerTime {

  /// A minute's worth: a clock that was set is followed within that time.
  private static final int MAX_KEPT = 60;

  private final Clock clock;
  private final ArrayDeque<RoundTrip> latest = new ArrayDeque<>();
  private volatile Duration ahead = Duration.ZERO;
  private volatile boolean known;

  BrokerTime(Clock clock) {
    this.clock = clock;
  }

  /// @param ahead how far the broker's clock is ahead of ours, if both ways took the same time
  /// @param bound how far off that may be
  private record RoundTrip(Duration ahead, Duration bound) {}

  /// A record was sent and acknowledged, at these instants of this service's own clock.
  ///
  /// @param appended the broker's time of it, in whole milliseconds
  synchronized void observe(Instant sent, Instant acknowledged, Instant appended) {
    var took = Duration.between(sent, acknowledged);
    if (took.isNegative()) {
      // Our clock was set back meanwhile.
      return;
    }
    var half = took.dividedBy(2);
    latest.add(new RoundTrip(Duration.between(sent.plus(half), appended.plusNanos(500_000)), half));
    if (latest.size() > MAX_KEPT) {
      latest.remove();
    }
    latest.stream()
        .min(Comparator.comparing(RoundTrip::bound))
        .ifPresent(best -> ahead = best.ahead());
    known = true;
  }

  /// Whether there was a round trip yet. Until then [#now] is this service's own clock.
  boolean isKnown() {
    return known;
  }

  Instant now() {
    return clock.instant().plus(ahead);
  }
}
