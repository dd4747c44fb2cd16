package io.crowdbench.runs.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What time it is by the broker's clock, which all agents know their distance to.
///
/// A message carries the broker's time of its arrival there. It reaches us later, so the broker's
/// time is at least that; of all recent messages the one that was quickest tells most.
@Component
class BrokerTime {

  /// Forgotten a little with each message, so that a clock that was set is followed within minutes.
  private static final Duration FORGETTING = Duration.ofNanos(100_000);

  private final Clock clock;
  private Duration ahead = Duration.ofDays(-1);

  BrokerTime(Clock clock) {
    this.clock = clock;
  }

  synchronized void observe(Instant appended) {
    var seen = Duration.between(clock.instant(), appended);
    ahead = ahead.minus(FORGETTING);
    if (seen.compareTo(ahead) > 0) {
      ahead = seen;
    }
  }

  synchronized Instant now() {
    return clock.instant().plus(ahead);
  }
}
