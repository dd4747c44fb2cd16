package io.crowdbench.runs.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Which slaves have not been heard of for too long.
///
/// When nobody at all is heard, it may be us who are deaf: just started, or just back with a Kafka
/// that was away. Then slaves get more time before one is called lost.
@Component
class Silence {

  static final Duration TOO_LONG = Duration.ofSeconds(3);

  /// Longer than Kafka takes to give a restarted service its partitions back.
  static final Duration TOO_LONG_WHILE_DEAF = Duration.ofSeconds(15);

  private final Clock clock;
  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private volatile Instant heardAny = Instant.EPOCH;

  Silence(Clock clock) {
    this.clock = clock;
  }

  void heard(String slave) {
    heardAny = clock.instant();
    heard.put(slave, heardAny);
  }

  /// A slave that was never asked about counts as heard now: the service may just have been
  /// started.
  boolean tooLong(String slave) {
    var now = clock.instant();
    var last = heard.computeIfAbsent(slave, _ -> now);
    var deaf = Duration.between(heardAny, now).compareTo(TOO_LONG) > 0;
    var patience = deaf ? TOO_LONG_WHILE_DEAF : TOO_LONG;
    return Duration.between(last, now).compareTo(patience) > 0;
  }

  /// Everybody gets their time anew: it was Kafka that was silent.
  void forgive() {
    heard.clear();
  }
}
