package io.crowdbench.runs.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Which slaves have been silent for too long: by the broker's times of what they published, up to
/// the instant to which that was read.
@Component
class Liveness {

  static final Duration MAX_SILENCE = Duration.ofSeconds(3);

  /// While nobody carries load yet there is time to start an agent that has ended again: noticed
  /// after 5 seconds, looked for, started and heard in some more.
  static final Duration MAX_SILENCE_BEFORE_LOAD = Duration.ofSeconds(30);

  /// After the broker or this service was away, agents get this long to find the broker again: one
  /// whose request was under way when the broker stood still gives it up after 10 seconds.
  static final Duration GRACE = Duration.ofSeconds(12);

  private final ReadProgress progress;
  private final TunnelExcuses tunnels;
  private final Map<String, Instant> lastSeen = new ConcurrentHashMap<>();

  Liveness(ReadProgress progress, TunnelExcuses tunnels) {
    this.progress = progress;
    this.tunnels = tunnels;
  }

  /// @param appended the broker's time of what the slave published
  void seen(String slave, Instant appended) {
    lastSeen.merge(slave, appended, (one, other) -> one.isAfter(other) ? one : other);
  }

  /// Whether it has been silent longer than a slave under load may be.
  boolean isSilent(String slave) {
    return isSilent(slave, MAX_SILENCE);
  }

  boolean isSilent(String slave, Duration atMost) {
    var readUpTo = progress.readUpTo();
    if (readUpTo == null || progress.since().equals(Instant.MAX)) {
      return false;
    }
    var excused = later(progress.since().plus(GRACE), excusedByTunnel(slave));
    var from = later(lastSeen.getOrDefault(slave, Instant.MIN), excused);
    return Duration.between(from, tunnels.knownUpTo(slave, readUpTo)).compareTo(atMost) > 0;
  }

  private Instant excusedByTunnel(String slave) {
    var excused = tunnels.excusedUpTo(slave);
    return excused.equals(Instant.MIN) ? excused : excused.plus(GRACE);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// Whether an instant has passed and everything up to it was read; the time for agents to find
  /// the broker again does not count.
  boolean hasPassed(Instant deadline) {
    var readUpTo = progress.readUpTo();
    if (readUpTo == null || progress.since().equals(Instant.MAX)) {
      return false;
    }
    var excused = progress.since().plus(GRACE);
    return readUpTo.isAfter(deadline) && readUpTo.isAfter(excused);
  }
}
