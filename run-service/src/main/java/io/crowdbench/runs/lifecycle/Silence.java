package io.crowdbench.runs.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Which slaves have not been heard of for too long.
@Component
class Silence {

  static final Duration TOO_LONG = Duration.ofSeconds(3);

  private final Clock clock;
  private final Map<String, Instant> heard = new ConcurrentHashMap<>();

  Silence(Clock clock) {
    this.clock = clock;
  }

  void heard(String slave) {
    heard.put(slave, clock.instant());
  }

  /// A slave that was never asked about counts as heard now: the service may just have been
  /// started.
  boolean tooLong(String slave) {
    var last = heard.computeIfAbsent(slave, _ -> clock.instant());
    return Duration.between(last, clock.instant()).compareTo(TOO_LONG) > 0;
  }

  /// Everybody gets their time anew: it was Kafka that was silent.
  void forgive() {
    heard.clear();
  }
}
